import { accept, type InputOf, type listPosts, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { mayLook } from '../takeovers/curator-of.js';
import { readTakeover } from '../takeovers/read-takeover.js';
import { postsOfTakeover } from './post-row.js';
import { presentPosts } from './present-posts.js';
import { whatProgramsSee } from './what-programs-see.js';

/** The posts of a takeover with their stories, the charity's introduction and sign-off among them. */
@Injectable()
export class ListPosts implements Handles<typeof listPosts> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(
    { charityId, takeoverId }: InputOf<typeof listPosts>,
    call: CallContext,
  ): Promise<ResultOf<typeof listPosts>> {
    return this.database.inCharity(charityId, async (tx) => {
      const takeover = await readTakeover(tx, takeoverId);
      if (!takeover) return refuse('notFound');
      if (!mayLook(call, takeover)) return refuse('notYours');
      const posts = await presentPosts(tx, this.vault, await postsOfTakeover(tx, takeoverId), call.caller);
      return accept({ posts: call.caller.kind === 'key' ? whatProgramsSee(posts) : posts });
    });
  }
}
