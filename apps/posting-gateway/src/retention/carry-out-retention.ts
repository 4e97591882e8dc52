import type { CharityId } from '@baton/contracts';
import { Database, type Tx, Vault, type WorkerTx } from '@baton/persistence';
import { Log, RunsInBackground, type Worker, WorkLoop } from '@baton/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { eraseDraftsOlderThan } from '../drafts/erase-drafts.js';
import { eraseMentionsOlderThan } from '../inbox/erase-mentions.js';
import { erasePicturesOlderThan } from '../media/erase-pictures.js';
import { forgetAbandonedUploads } from '../media/forget-abandoned-uploads.js';
import { eraseWordsOlderThan } from '../posts/erase-words.js';
import { tell } from '../posts/tell.js';
import { eraseRehearsalsOlderThan } from '../rehearsing/erase-rehearsals.js';
import { forgetOldLooks } from '../review/looks.js';

const longestRestMs = 60_000;

interface DueRound {
  readonly charityId: CharityId;
  readonly mentionsDays: number;
  readonly draftsAndPicturesDays: number;
}

const claim = `
  UPDATE retention SET next_round_at = baton.now() + interval '1 day'
   WHERE charity_id = (SELECT charity_id FROM retention WHERE next_round_at <= baton.now()
                        ORDER BY next_round_at LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING charity_id AS "charityId", mentions_days AS "mentionsDays",
            drafts_and_pictures_days AS "draftsAndPicturesDays"`;

const next = `SELECT extract(epoch FROM min(next_round_at) - baton.now()) * 1000 AS "inMs" FROM retention`;

/** Removes, once a day, what a charity has kept long enough, and tells the audit how much; never what. */
@Injectable()
@RunsInBackground()
export class CarryOutRetention implements Worker {
  private readonly loop = new WorkLoop(
    () => this.round(),
    (error) => this.log.fault('carry out retention', error),
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

  /** One charity that is due, in one transaction; answers with the ms until the next one. */
  async round(): Promise<number> {
    return this.database.asWorker(async (tx) => {
      const [due] = await tx.query<DueRound>(claim);
      if (!due) return restMs(tx);
      await this.removeFor(await tx.enterCharity(due.charityId), due);
      return 0;
    });
  }

  private async removeFor(tx: Tx, { mentionsDays, draftsAndPicturesDays }: DueRound): Promise<void> {
    await forgetAbandonedUploads(tx, this.vault);
    const unsent = await eraseDraftsOlderThan(tx, this.vault, draftsAndPicturesDays);
    const rehearsed = await eraseRehearsalsOlderThan(tx, this.vault, draftsAndPicturesDays);
    const pictures = await erasePicturesOlderThan(tx, this.vault, draftsAndPicturesDays);
    const words = await eraseWordsOlderThan(tx, draftsAndPicturesDays);
    const mentions = await eraseMentionsOlderThan(tx, this.vault, mentionsDays);
    await forgetOldLooks(tx);
    await tell(tx, words, 'The words were removed: the charity does not keep drafts longer.');
    const drafts = unsent + rehearsed + words.length;
    if (pictures + drafts + mentions === 0) return;
    const details = { pictures, drafts, mentions };
    await noteInAudit(tx, { by: 'posting-gateway', action: 'retention.carried-out', details });
  }
}

async function restMs(tx: WorkerTx): Promise<number> {
  const [soonest] = await tx.query<{ inMs: string | null }>(next);
  return Math.min(longestRestMs, Math.max(0, Number(soonest?.inMs ?? longestRestMs)));
}
