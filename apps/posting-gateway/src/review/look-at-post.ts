import { accept, type InputOf, isRefusal, type lookAtPost, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { lockPost } from '../posts/post-row.js';
import { pollToShow, textToShow } from '../posts/post-text.js';
import { memberOf } from './claims.js';
import { isUnseen } from './distressing.js';
import { countLook, exposureOf } from './looks.js';

/** Shows words that are hidden from the team, and counts that somebody read them; the post's lock keeps the words and what is counted one. */
@Injectable()
export class LookAtPost implements Handles<typeof lookAtPost> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(
    { charityId, postId, evenSo }: InputOf<typeof lookAtPost>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof lookAtPost>> {
    return this.database.inCharity(charityId, async (tx) => {
      const row = await lockPost(tx, postId);
      if (!row) return refuse('notFound');
      const memberId = memberOf(caller);
      const { edition } = row;
      const counted = (await isUnseen(tx, row, caller))
        ? await countLook(tx, memberId, { id: postId, edition }, evenSo)
        : accept(await exposureOf(tx, memberId));
      if (isRefusal(counted)) return counted;
      return accept({
        text: await textToShow(this.vault, tx, row),
        poll: await pollToShow(this.vault, tx, row),
        edition,
        exposure: counted.value,
      });
    });
  }
}
