import { accept, type InputOf, type lookAtPost, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { lockPost } from '../posts/post-row.js';
import { pollToShow, textToShow } from '../posts/post-text.js';
import { memberOf } from './claims.js';
import { distressIn, exposureOf, noteLook } from './distressing.js';

/** Shows words that the list hides, and counts that somebody read them; the post's lock keeps the words and what is counted one. */
@Injectable()
export class LookAtPost implements Handles<typeof lookAtPost> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(
    { charityId, postId }: InputOf<typeof lookAtPost>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof lookAtPost>> {
    return this.database.inCharity(charityId, async (tx) => {
      const row = await lockPost(tx, postId);
      if (!row) return refuse('notFound');
      if (row.state !== 'held') return refuse('notHeld');
      const memberId = memberOf(caller);
      if (distressIn(row.findings)) await noteLook(tx, memberId, row);
      return accept({
        text: await textToShow(this.vault, tx, row),
        poll: await pollToShow(this.vault, tx, row),
        edition: row.edition,
        exposure: await exposureOf(tx, memberId),
      });
    });
  }
}
