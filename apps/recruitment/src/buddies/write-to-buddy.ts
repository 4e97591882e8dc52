import {
  accept,
  type CuratorId,
  type InputOf,
  type ResultOf,
  refuse,
  type writeToBuddy,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findByCurator } from '../applications/application-row.js';
import { sealedFor } from '../identity/identity-vault.js';
import { QueueMail } from '../mail-queue/queue-mail.js';
import { curatorOf } from '../me/curator-of.js';
import { otherIn, type Pair, pairsOf } from './buddy-rows.js';

const mostInADay = 30;
const write = `
  INSERT INTO buddy_message (charity_id, message_id, pair_id, written_by, text_sealed) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT DO NOTHING`;
const find = `
  SELECT written_at AS at FROM buddy_message WHERE charity_id = $1 AND message_id = $2 AND written_by = $3`;
const ofToday = `
  SELECT count(*)::int AS count FROM buddy_message
   WHERE charity_id = $1 AND written_by = $2 AND written_at > baton.now() - interval '1 day'`;

/** What a buddy writes is kept, and mailed on. Sent again, it is the same message. */
@Injectable()
export class WriteToBuddy implements Handles<typeof writeToBuddy> {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly mail: QueueMail,
  ) {}

  async handle(
    input: InputOf<typeof writeToBuddy>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof writeToBuddy>> {
    const curatorId = curatorOf(caller);
    const { charityId, pairId, messageId } = input;
    return this.database.inCharity(charityId, async (tx) => {
      const known = await this.find(tx, messageId, curatorId);
      if (known) return accept({ messageId, at: known.toISOString() });
      const pair = (await pairsOf(tx, curatorId)).find((one) => one.pairId === pairId);
      const writer = await findByCurator(tx, curatorId);
      if (!pair || !writer) return refuse('over');
      const [today] = await tx.query<{ count: number }>(ofToday, [charityId, curatorId]);
      if ((today?.count ?? 0) >= mostInADay) return refuse('enough');
      const sealed = await this.vault.seal(tx, sealedFor(writer.applicationId), 'buddy message', input.text);
      await tx.query(write, [charityId, messageId, pairId, curatorId, sealed]);
      const at = await this.find(tx, messageId, curatorId);
      if (!at) return refuse('notFound');
      await this.passOn(tx, pair, curatorId, messageId);
      return accept({ messageId, at: at.toISOString() });
    });
  }

  /** The letter says that somebody wrote, and who; the words are read after signing in. */
  private async passOn(tx: Tx, pair: Pair, from: CuratorId, messageId: string): Promise<void> {
    const reader = await findByCurator(tx, otherIn(pair, from));
    if (!reader) return;
    const { applicationId } = reader;
    const fields = { pairId: pair.pairId };
    await this.mail.queue(tx, { applicationId, letter: 'fromBuddy', cause: `message ${messageId}`, fields });
  }

  private async find(tx: Tx, messageId: string, curatorId: CuratorId): Promise<Date | undefined> {
    const [message] = await tx.query<{ at: Date }>(find, [tx.charityId, messageId, curatorId]);
    return message?.at;
  }
}
