import type { crisisNoticed, FactOf } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findByCurator } from '../applications/application-row.js';
import { QueueMail } from '../mail-queue/queue-mail.js';
import { pairsOf } from './buddy-rows.js';

/**
 * Somebody may have a hard time. Their buddy is asked for a kind word, where the person has wished for that, and is never told
 * why. It is no rescue: the team is called as well, by another way. Who said “not now” is asked nothing.
 */
@Injectable()
export class OnCrisisNoticed implements Consumes<typeof crisisNoticed> {
  constructor(private readonly mail: QueueMail) {}

  async handle({ data }: FactOf<typeof crisisNoticed>, tx: Tx): Promise<void> {
    const { curatorId, followUpId } = data;
    const pair = (await pairsOf(tx, curatorId)).find(({ newcomerId }) => newcomerId === curatorId);
    const [wish] = await tx.query<{ alert: boolean }>(
      'SELECT alert_my_buddy AS alert FROM buddy_wish WHERE charity_id = $1 AND curator_id = $2',
      [tx.charityId, curatorId],
    );
    const buddy = pair && wish?.alert ? await findByCurator(tx, pair.buddyId) : undefined;
    if (!pair || !buddy || buddy.state === 'later') return;
    const { applicationId } = buddy;
    const fields = { pairId: pair.pairId };
    await this.mail.queue(tx, {
      applicationId,
      letter: 'buddyAlert',
      cause: `follow-up ${followUpId}`,
      fields,
    });
  }
}
