import type { CharityId, PulseAnswerId, TakeoverId } from '@baton/contracts';
import { Database } from '@baton/persistence';
import { Log, RunsInBackground, type Worker, WorkLoop } from '@baton/service-kit';
import { Injectable } from '@nestjs/common';
import { doOneDue } from '../due/do-one-due.js';
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
const putOff = `
  UPDATE pulse SET crisis_due_at = baton.now() + interval '1 minute' WHERE charity_id = $1 AND takeover_id = $2`;
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
  private readonly loop = new WorkLoop(
    async () => ((await this.callOne()) ? 0 : restMs),
    (error) => this.log.fault('call again for a crisis', error),
  );

  constructor(
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  start(): void {
    this.loop.start();
  }

  stop(): Promise<void> {
    return this.loop.stop();
  }

  /** Everything that is due. */
  async callDue(): Promise<void> {
    while (await this.callOne());
  }

  /** A call that could not be made is due again in a minute. */
  private callOne(): Promise<boolean> {
    return doOneDue<Due>(this.database, {
      claim,
      work: async (tx, due) => {
        const [words] = await tx.query<{ answerId: PulseAnswerId }>(unread, [tx.charityId, due.takeoverId]);
        if (words) await callTeam(tx, due, words.answerId);
      },
      onFault: async ({ charityId, takeoverId }, error) => {
        this.log.fault('call again for a crisis', error, { charityId });
        await this.database.inCharity(charityId, (tx) => tx.query(putOff, [charityId, takeoverId]));
      },
    });
  }
}
