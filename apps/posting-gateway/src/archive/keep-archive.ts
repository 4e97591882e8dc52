import type { CharityId, TakeoverId } from '@baton/contracts';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Log, RunsInBackground, type Worker, WorkLoop } from '@baton/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { makeEntry } from './make-entry.js';

const restMs = 1_000;
const claim = `
  DELETE FROM archive_due WHERE (charity_id, takeover_id) = (
    SELECT charity_id, takeover_id FROM archive_due WHERE due_at <= baton.now()
     ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING charity_id AS "charityId", takeover_id AS "takeoverId"`;
const putOff = `
  UPDATE archive_due SET due_at = baton.now() + interval '1 minute' WHERE charity_id = $1 AND takeover_id = $2`;

interface Due {
  readonly charityId: CharityId;
  readonly takeoverId: TakeoverId;
}

/**
 * Makes entries of the archive from what is there: takeovers, posts, consents. Only making is done in the background;
 * taking out is part of whatever transaction makes it due. One that fails is tried again after a minute, and holds up no other.
 */
@Injectable()
@RunsInBackground()
export class KeepArchive implements Worker {
  private readonly loop = new WorkLoop(
    () => this.round(),
    (error) => this.log.fault('keep the archive', error),
  );

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(Log) private readonly log: Log,
  ) {}

  start(): void {
    this.loop.start();
  }

  stop(): Promise<void> {
    return this.loop.stop();
  }

  /** One takeover, in one transaction; answers with the ms until the next look. */
  async round(): Promise<number> {
    let due: Due | undefined;
    try {
      return await this.database.asWorker(async (tx) => {
        [due] = await tx.query<Due>(claim);
        if (!due) return restMs;
        await this.make(await tx.enterCharity(due.charityId), due.takeoverId);
        return 0;
      });
    } catch (error) {
      if (!due) throw error;
      await this.later(due);
      throw error;
    }
  }

  private make(tx: Tx, takeoverId: TakeoverId): Promise<void> {
    return makeEntry(tx, this.vault, takeoverId);
  }

  private async later({ charityId, takeoverId }: Due): Promise<void> {
    await this.database.asWorker((tx) => tx.query(putOff, [charityId, takeoverId]));
  }
}
