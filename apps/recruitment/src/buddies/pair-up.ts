import type { BuddyPairId, CuratorId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { newId } from '@baton/service-kit';
import { Injectable } from '@nestjs/common';
import { findByCurator } from '../applications/application-row.js';
import { QueueMail } from '../mail-queue/queue-mail.js';
import { ReachReady } from '../preparation/reach-ready.js';
import { turnAtPeople } from '../turns/turn-at-people.js';
import { whoOffers, whoWaits } from './buddy-rows.js';
import { decidePairs, type NewPair } from './decide-pairs.js';

/**
 * Brings together who waits and who is free, whenever one of them changes. Nobody of the team has to think of it. Whoever
 * holds the row of an application has taken its turn at people before.
 */
@Injectable()
export class PairUp {
  constructor(
    private readonly mail: QueueMail,
    private readonly ready: ReachReady,
  ) {}

  async pairUp(tx: Tx): Promise<void> {
    await turnAtPeople(tx);
    for (const pair of decidePairs(await whoWaits(tx), await whoOffers(tx))) await this.join(tx, pair);
  }

  private async join(tx: Tx, { newcomerId, buddyId }: NewPair): Promise<void> {
    const pairId = newId<BuddyPairId>();
    await tx.query(
      'INSERT INTO buddy_pair (charity_id, pair_id, newcomer_id, buddy_id) VALUES ($1, $2, $3, $4)',
      [tx.charityId, pairId, newcomerId, buddyId],
    );
    await this.tell(tx, newcomerId, 'buddyFound', pairId);
    await this.tell(tx, buddyId, 'buddyToLookAfter', pairId);
    await this.ready.done(tx, newcomerId, 'buddy');
  }

  private async tell(
    tx: Tx,
    curatorId: CuratorId,
    letter: 'buddyFound' | 'buddyToLookAfter',
    pairId: BuddyPairId,
  ): Promise<void> {
    const curator = await findByCurator(tx, curatorId);
    if (!curator) return;
    const { applicationId } = curator;
    await this.mail.queue(tx, { applicationId, letter, cause: `pair ${pairId}`, fields: { pairId } });
  }
}
