import { accept, type InputOf, isRefusal, type lookAtMention, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { memberOf } from '../review/claims.js';
import { countLook, exposureOf } from '../review/looks.js';
import { isHardToRead } from './hidden-messages.js';
import { readMessage } from './page-of-inbox.js';
import { openMention } from './sealed-mention.js';

/** Shows the team a message that was set aside, and counts that somebody read it. */
@Injectable()
export class LookAtMention implements Handles<typeof lookAtMention> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(
    { evenSo, ...place }: InputOf<typeof lookAtMention>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof lookAtMention>> {
    return this.database.inCharity(place.charityId, async (tx) => {
      const row = await readMessage(tx, place);
      if (!row) return refuse('notFound');
      const memberId = memberOf(caller);
      const counted = isHardToRead(row)
        ? await countLook(tx, memberId, { id: place.mentionId, edition: 0 }, evenSo)
        : accept(await exposureOf(tx, memberId));
      if (isRefusal(counted)) return counted;
      return accept({ ...(await openMention(this.vault, tx, place, row.sealed)), exposure: counted.value });
    });
  }
}
