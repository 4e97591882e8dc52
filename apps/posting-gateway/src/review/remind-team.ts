import { type CharityId, type PostId, type TeamWait, teamIsLate } from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import { Database, type Tx, type WorkerTx } from '@baton/persistence';
import { Log, RunsInBackground, type Worker, WorkLoop } from '@baton/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { lockPost } from '../posts/post-row.js';
import { tell } from '../posts/tell.js';

const longestRestMs = 10_000;

interface Late {
  readonly charityId: CharityId;
  readonly what: TeamWait;
  readonly id: string;
}

const soonestDue = `
  SELECT charity_id AS "charityId", what, id FROM team_wait WHERE remind_at <= baton.now() ORDER BY remind_at LIMIT 1`;

/** Of a held post the team hears once; of a person in need, and of a report, until somebody has seen to them. */
const remindOnce = `
  UPDATE team_wait
     SET reminders = reminders + 1,
         remind_at = CASE what WHEN 'heldPost' THEN NULL
                               WHEN 'followUp' THEN baton.now() + interval '4 hours'
                               ELSE baton.now() + interval '1 day' END
   WHERE charity_id = $1 AND what = $2 AND id = $3 AND remind_at <= baton.now()
  RETURNING since, extract(epoch FROM baton.now())::integer AS "second"`;

const next = `SELECT extract(epoch FROM min(remind_at) - baton.now()) * 1000 AS "inMs" FROM team_wait`;

const toldToAuthor =
  'The team wanted to have looked by now, and is late. They were reminded. You have done nothing wrong: you can change it, or take it back.';

/** Says that somebody has been waiting for the team longer than the team means to let anybody wait. */
@Injectable()
@RunsInBackground()
export class RemindTeam implements Worker {
  private readonly loop = new WorkLoop(
    () => this.round(),
    (error) => this.log.fault('remind the team', error),
  );

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Log) private readonly log: Log,
  ) {}

  start(): void {
    this.loop.start();
  }

  stop(): Promise<void> {
    return this.loop.stop();
  }

  /** One that is late, in one transaction; answers with the ms until the next one. */
  async round(): Promise<number> {
    return this.database.asWorker(async (tx) => {
      const [late] = await tx.query<Late>(soonestDue);
      if (!late) return restMs(tx);
      await remind(await tx.enterCharity(late.charityId), late);
      return 0;
    });
  }
}

/** The post's lock comes first, as in every decision about it; whoever was quicker has decided or reminded already. */
async function remind(tx: Tx, { what, id }: Late): Promise<void> {
  if (what === 'heldPost') await lockPost(tx, id as PostId);
  const [late] = await tx.query<{ since: Date; second: number }>(remindOnce, [tx.charityId, what, id]);
  if (!late) return;
  if (what === 'heldPost') await tell(tx, [id as PostId], toldToAuthor);
  const data = { what, id, since: late.since.toISOString() };
  await appendFacts(tx, newFact(teamIsLate, { subject: id, revision: late.second, data }));
}

async function restMs(tx: WorkerTx): Promise<number> {
  const [soonest] = await tx.query<{ inMs: string | null }>(next);
  return Math.min(longestRestMs, Math.max(0, Number(soonest?.inMs ?? longestRestMs)));
}
