import { setTimeout as pause } from 'node:timers/promises';
import type { CharityId, PulseAnswerId, TakeoverId } from '@baton/contracts';
import { Database } from '@baton/persistence';
import { Log, RunsInBackground, type Worker } from '@baton/service-kit';
import { Injectable } from '@nestjs/common';
import { callTeam } from './call-for-crisis.js';

const restMs = 30_000;

interface Due {
  readonly charityId: CharityId;
  readonly takeoverId: TakeoverId;
  readonly now: Date;
}

const claim = `
  UPDATE pulse SET crisis_due_at = NULL
   WHERE (charity_id, takeover_id) = (
     SELECT charity_id, takeover_id FROM pulse WHERE crisis_due_at <= (SELECT baton.now())
      ORDER BY crisis_due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING charity_id AS "charityId", takeover_id AS "takeoverId", baton.now() AS now`;
const unread = `
  SELECT answer_id AS "answerId" FROM pulse_words words
   WHERE charity_id = $1 AND takeover_id = $2 AND is_crisis
     AND NOT EXISTS (SELECT FROM pulse_look look WHERE look.charity_id = $1 AND look.takeover_id = $2
                        AND look.answer_id = words.answer_id)
   LIMIT 1`;

/** Calls the team for words of a crisis that came just after it had been called, where nobody has read them since. */
@Injectable()
@RunsInBackground()
export class CallAgain implements Worker {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** Everything that is due. */
  async callDue(): Promise<void> {
    while (!this.stopping.signal.aborted && (await this.round()));
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await this.callDue().catch((error: unknown) => this.log.fault('call again for a crisis', error));
      await pause(restMs, undefined, { signal }).catch(() => undefined);
    }
  }

  /** One transaction: a call that could not be made stays due. */
  private round(): Promise<boolean> {
    return this.database.asWorker(async (tx) => {
      const [due] = await tx.query<Due>(claim);
      if (!due) return false;
      const inside = await tx.enterCharity(due.charityId);
      const [words] = await inside.query<{ answerId: PulseAnswerId }>(unread, [
        due.charityId,
        due.takeoverId,
      ]);
      if (words) await callTeam(inside, due, words.answerId);
      return true;
    });
  }
}
