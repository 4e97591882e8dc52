import { CharityId, type TakeoverId } from '@baton/contracts';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Log, RunsInBackground, type Worker, WorkLoop } from '@baton/service-kit';
import { Injectable } from '@nestjs/common';
import { pulseWordsDays } from '../retention/pulse-words-days.js';
import { eraseWords } from './keep-words.js';
import { SecretOfPulse } from './secret-of-pulse.js';

const restMs = 30_000;

interface Due {
  readonly charityId: string;
  readonly takeoverId: TakeoverId;
  readonly closesAt: Date;
}

/** Due again in an hour where this round fails: all others come before it. */
const claim = `
  UPDATE pulse SET next_round_at = baton.now() + interval '1 hour'
   WHERE (charity_id, takeover_id) = (
     SELECT charity_id, takeover_id FROM pulse WHERE next_round_at <= (SELECT baton.now())
      ORDER BY next_round_at LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING charity_id AS "charityId", takeover_id AS "takeoverId", closes_at AS "closesAt"`;
const later = `
  UPDATE pulse SET next_round_at = CASE WHEN until > baton.now() THEN until END
    FROM (SELECT $3::timestamptz + make_interval(days => $4) AS until) AS kept
   WHERE charity_id = $1 AND takeover_id = $2 RETURNING next_round_at AS "nextAt"`;

/**
 * When a week of answering is over, what could tell devices and networks again is shredded; when the words have been kept long
 * enough, they are. By the database’s clock, by any number of replicas.
 */
@Injectable()
@RunsInBackground()
export class EndPulses implements Worker {
  private readonly loop = new WorkLoop(
    async () => ((await this.round()) ? 0 : restMs),
    (error) => this.log.fault('end pulses', error),
  );

  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly log: Log,
  ) {}

  start(): void {
    this.loop.start();
  }

  stop(): Promise<void> {
    return this.loop.stop();
  }

  /** Everything that is due. */
  async endDue(): Promise<void> {
    while (await this.round());
  }

  private async round(): Promise<boolean> {
    const [due] = await this.database.asWorker((tx) => tx.query<Due>(claim));
    if (!due) return false;
    await this.database.inCharity(CharityId.parse(due.charityId), (tx) => this.end(tx, due));
    return true;
  }

  private async end(tx: Tx, { takeoverId, closesAt }: Due): Promise<void> {
    await SecretOfPulse.shred(tx, this.vault, takeoverId);
    const days = await pulseWordsDays(tx);
    const [kept] = await tx.query<{ nextAt: Date | null }>(later, [tx.charityId, takeoverId, closesAt, days]);
    if (kept && !kept.nextAt) await eraseWords(tx, this.vault, takeoverId);
  }
}
