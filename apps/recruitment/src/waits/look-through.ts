import { setTimeout as pause } from 'node:timers/promises';
import { type ApplicationId, applicantsWait } from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Log, RunsInBackground, type Worker } from '@baton/service-kit';
import { Injectable } from '@nestjs/common';
import { type Application, applicationColumns } from '../applications/application-row.js';
import { moveApplication } from '../applications/move-application.js';
import { QueueMail } from '../mail-queue/queue-mail.js';
import { charityRound } from '../rounds/charity-round.js';
import { countUnseen, noteTold } from '../set-aside/unseen.js';
import { turnAtPeople } from '../turns/turn-at-people.js';
import { targetDays } from './target-days.js';
import { atOnce, countWaiting, tellWhoIsBack, tellWhoWaits } from './who-waits.js';

const restMs = 30_000;

const claim = `
  UPDATE screening SET next_round_at = baton.now() + interval '15 minutes'
   WHERE charity_id = (SELECT charity_id FROM screening WHERE next_round_at <= baton.now()
                        ORDER BY next_round_at LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING charity_id`;
/** Of a charity whose round failed: all others go before it. */
const later = `UPDATE screening SET next_round_at = baton.now() + interval '15 minutes' WHERE charity_id = $1`;
const soonAgain = 'UPDATE screening SET next_round_at = baton.now() WHERE charity_id = $1';
/** Curators who rest come back by their own word. */
const dueBack = `
  SELECT ${applicationColumns} FROM application
   WHERE charity_id = $1 AND state = 'later' AND curator_id IS NULL AND look_again_at <= baton.now()
   ORDER BY look_again_at LIMIT ${atOnce} FOR UPDATE SKIP LOCKED`;
const unheardOf = `
  SELECT application_id AS id FROM application
   WHERE charity_id = $1 AND state IN ('applied', 'screening') AND applied_at <= baton.now() - interval '7 days'
     AND NOT EXISTS (SELECT FROM application_message message
                      WHERE message.charity_id = $1 AND message.application_id = application.application_id
                        AND sender = 'team')
     AND NOT EXISTS (SELECT FROM mail WHERE mail.charity_id = $1 AND addressee_id = application.application_id
                        AND letter = 'stillThere')
   ORDER BY applied_at LIMIT ${atOnce}`;
const mayTell = `
  UPDATE screening SET told_at = baton.now(), times_told = times_told + 1
   WHERE charity_id = $1 AND coalesce(told_at <= baton.now() - interval '1 day', true) RETURNING times_told AS times`;
const forgetLinks = 'DELETE FROM own_link WHERE charity_id = $1 AND expires_at <= baton.now()';

/**
 * Every quarter of an hour, by the database's clock, looks through a charity's applications for whoever waits: brings back
 * whom the team meant to look at again, tells who has begun to wait, once a day at most tells how many do, and writes to
 * whoever has heard nothing for a week. A charity's round is one transaction, in one replica: what was claimed and not
 * done is due again, at once where a process died, a quarter of an hour later where it failed.
 */
@Injectable()
@RunsInBackground()
export class LookThrough implements Worker {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private rounds: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly mail: QueueMail,
    private readonly log: Log,
  ) {}

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** Every charity that is due. Rounds of one process take turns. */
  async lookThroughDue(): Promise<void> {
    const before = this.rounds.catch(() => undefined);
    const mine = before.then(() => this.allDue());
    this.rounds = mine;
    await mine;
  }

  private async allDue(): Promise<void> {
    while (!this.stopping.signal.aborted && (await this.round()));
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await this.lookThroughDue().catch((error: unknown) =>
        this.log.fault('look through applications', error),
      );
      await pause(restMs, undefined, { signal }).catch(() => undefined);
    }
  }

  private round(): Promise<boolean> {
    return charityRound(this.database, {
      claim,
      work: (tx) => this.lookThroughOne(tx),
      onFault: async (charityId, error) => {
        this.log.fault('look through applications', error);
        await this.database.asWorker((tx) => tx.query(later, [charityId]));
      },
    });
  }

  private async lookThroughOne(tx: Tx): Promise<void> {
    await turnAtPeople(tx);
    const days = await targetDays(tx);
    const found = [await bringBack(tx), await tellWhoWaits(tx, days), await this.reassure(tx)];
    await tx.query(forgetLinks, [tx.charityId]);
    // A full batch may not have been all of them.
    if (found.some((many) => many === atOnce)) await tx.query(soonAgain, [tx.charityId]);
    await tellHowMany(tx, days);
  }

  /** Nobody has written to them for a week: one kind letter, once. */
  private async reassure(tx: Tx): Promise<number> {
    const applicants = await tx.query<{ id: ApplicationId }>(unheardOf, [tx.charityId]);
    for (const { id: applicationId } of applicants)
      await this.mail.queue(tx, { applicationId, letter: 'stillThere', cause: 'a week' });
    return applicants.length;
  }
}

async function bringBack(tx: Tx): Promise<number> {
  const back = await tx.query<Application>(dueBack, [tx.charityId]);
  for (const application of back) {
    await moveApplication(tx, application, 'screening', { by: 'recruitment' });
    await tellWhoIsBack(tx, application.applicationId);
  }
  return back.length;
}

/** Where nobody waits any more, nobody is told, and the day is not used up. */
async function tellHowMany(tx: Tx, days: number): Promise<void> {
  const data = { ...(await countWaiting(tx, days)), setAside: await countUnseen(tx) };
  if (data.notLookedAt + data.answerUnread + data.lookAgain + data.setAside === 0) return;
  const [told] = await tx.query<{ times: number }>(mayTell, [tx.charityId]);
  if (!told) return;
  await noteTold(tx);
  await appendFacts(tx, newFact(applicantsWait, { subject: tx.charityId, revision: told.times, data }));
}
