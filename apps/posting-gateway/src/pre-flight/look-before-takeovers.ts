import {
  CharityId,
  type GatewayProblem,
  type PreFlightTime,
  type TakeoverId,
  takeoverPreFlightChecked,
} from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Log, RunsInBackground, type Worker, WorkLoop } from '@baton/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { AccountTokens } from '../account/account-tokens.js';
import { type AccountForPosts, accountForPosts } from '../account/connected-account.js';
import { FindProblems } from './find-problems.js';

const restMs = 1_000;

interface Look {
  readonly charityId: CharityId;
  readonly takeoverId: TakeoverId;
  readonly time: PreFlightTime;
  /** Null where it was asked before windows were told. */
  readonly opensAt: Date | null;
}

/** Due again in a minute: where this process dies, another looks. */
const claim = `
  UPDATE pre_flight SET due_at = baton.now() + interval '1 minute'
   WHERE (charity_id, takeover_id, time) = (
     SELECT charity_id, takeover_id, time FROM pre_flight WHERE due_at <= (SELECT baton.now())
      ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING charity_id AS "charityId", takeover_id AS "takeoverId", time, opens_at AS "opensAt"`;
/** Not where it was asked about another window meanwhile: that one is looked for next. */
const finish = `
  DELETE FROM pre_flight
   WHERE charity_id = $1 AND takeover_id = $2 AND time = $3 AND opens_at IS NOT DISTINCT FROM $4`;

/**
 * Looks, while there is still time, whether a takeover could post when it opens: is the account connected, does X still let us
 * in (asked outside any transaction, by renewing the token where that is due), can a post be paid, does anything stop posts.
 */
@Injectable()
@RunsInBackground()
export class LookBeforeTakeovers implements Worker {
  private readonly loop = new WorkLoop(
    () => this.round(),
    (error) => this.log.fault('look before takeovers', error),
  );

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AccountTokens) private readonly tokens: AccountTokens,
    @Inject(FindProblems) private readonly problems: FindProblems,
    @Inject(Log) private readonly log: Log,
  ) {}

  start(): void {
    this.loop.start();
  }

  stop(): Promise<void> {
    return this.loop.stop();
  }

  /** One look; answers with the ms until the next round. */
  async round(): Promise<number> {
    const [due] = await this.database.asWorker((tx) => tx.query<Look>(claim));
    if (!due) return restMs;
    const charityId = CharityId.parse(due.charityId);
    const account = await this.database.inCharity(charityId, accountForPosts);
    const found = account ? await this.atX(charityId, account) : [];
    await this.database.inCharity(charityId, async (tx) => this.say(tx, due, found));
    return 0;
  }

  private async atX(charityId: CharityId, { accountId }: AccountForPosts): Promise<GatewayProblem[]> {
    const fresh = await this.tokens.fresh(charityId, accountId);
    if ('token' in fresh) return [];
    return fresh.outcome === 'retryAt' ? ['xDoesNotAnswer'] : [];
  }

  private async say(
    tx: Tx,
    { takeoverId, time, opensAt }: Look,
    atX: readonly GatewayProblem[],
  ): Promise<void> {
    const problems = [...(await this.problems.find(tx, takeoverId)), ...atX];
    await tx.query(finish, [tx.charityId, takeoverId, time, opensAt]);
    const [next] = await tx.query<{ revision: number }>(
      `SELECT nextval('pre_flight_revision')::integer AS revision`,
    );
    if (!next) throw new Error('a sequence gave no number');
    const data = { takeoverId, time, problems, ...(opensAt && { opensAt: opensAt.toISOString() }) };
    const fact = { subject: takeoverId, revision: next.revision, data };
    await appendFacts(tx, newFact(takeoverPreFlightChecked, fact));
  }
}
