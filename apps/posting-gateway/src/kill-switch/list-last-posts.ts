import { accept, type InputOf, type listLastPosts, type ResultOf } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { presentPosts } from '../posts/present-posts.js';
import { lastPosts } from './last-posts.js';

/** What a moderator looks at before having the last posts deleted. */
@Injectable()
export class ListLastPosts implements Handles<typeof listLastPosts> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(
    { charityId, limit }: InputOf<typeof listLastPosts>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof listLastPosts>> {
    return this.database.inCharity(charityId, async (tx) =>
      accept({ posts: await presentPosts(tx, this.vault, await lastPosts(tx, limit), caller) }),
    );
  }
}
