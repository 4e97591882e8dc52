import type { CharityId, Post } from '@baton/contracts';
import { seeded } from '@baton/testing';
import type { FaultRule } from '@baton/x-sandbox';
import type { CrashPoint } from '../publishing/crash-points.js';
import type { AccountOnSandbox } from './account-on-sandbox.js';
import type { CharityOnStage } from './charity-on-stage.js';
import { publishingSteps } from './crash.js';
import { reconcileForMs, type SandboxStage, xDeadlineMs } from './sandbox-stage.js';

const steps: readonly CrashPoint[] = [...publishingSteps, 'nextPairReceived'];

const tooLongMs = xDeadlineMs * 2.5;

/** How a call to create a post goes at X. `{}` is how it should. */
const turns: readonly FaultRule[] = [
  {},
  {},
  { answerAfterMs: tooLongMs },
  { delayMs: tooLongMs },
  { applyThen: 503 },
  { applyThen: 502, visibleAfterMs: 3_000 },
  { status: 503 },
  { status: 500, body: '<html>', headers: { 'content-type': 'application/json' } },
  { cut: 'before' },
  { cut: 'after' },
  { cut: 'midAnswer' },
  { cut: 'after', visibleAfterMs: 12_000 },
  // Longer than Baton looks for it.
  { answerAfterMs: tooLongMs, visibleAfterMs: reconcileForMs * 3 },
  { status: 429, retryAfterS: 3, resetInS: 3 },
  { status: 429, resetInS: 25 },
  { status: 403 },
  { status: 401 },
];

const looks: readonly FaultRule[] = [
  { status: 503 },
  { cut: 'midAnswer' },
  { status: 429, retryAfterS: 10 },
  { answerAfterMs: tooLongMs },
];

const endings = ['', ' & <3', ' https://example.org/a?b=c&d=e', ' 🧑‍🦽', ' …'] as const;

/** What a person did about a post that no machine may decide. */
export type Decision = 'sendAgain' | 'letItGo';

/**
 * One charity's evening: threads are handed over, X goes wrong in one way after another, a process dies at the step,
 * another goes on when its lease is over, and people decide what no machine may. All of it by the seed.
 */
export class CrashRun {
  readonly decisions = new Map<string, Decision[]>();
  reconnected = 0;
  died = false;
  private readonly random;
  private handedOver = 0;
  private evenings = 0;

  private constructor(
    readonly step: CrashPoint,
    readonly seed: number,
    readonly stage: SandboxStage,
    readonly charity: CharityOnStage<AccountOnSandbox>,
  ) {
    this.random = seeded(seed * (steps.indexOf(step) + 2));
    this.evenings = 1 + this.random.below(2);
  }

  static async begin(stage: SandboxStage, step: CrashPoint, seed: number): Promise<CrashRun> {
    const run = new CrashRun(step, seed, stage, await stage.aCharity());
    await run.planDeath();
    await run.handOver();
    return run;
  }

  get charityId(): CharityId {
    return this.charity.charityId;
  }

  /** Called when no machine has anything to do. Answers whether the run is over. */
  async goesOn(): Promise<boolean> {
    const posts = await this.charity.posts();
    if (await this.attends()) return true;
    if (await this.decides(posts)) return true;
    if (this.evenings <= 1) return false;
    this.evenings -= 1;
    await this.handOver();
    return true;
  }

  /** Somebody looks whether the account is still connected, and if not connects it again. */
  async attends(): Promise<boolean> {
    const [account] = await this.stage.database.inCharity(this.charityId, (tx) =>
      tx.query<{ state: string }>('SELECT state FROM account WHERE charity_id = $1', [this.charityId]),
    );
    if (account?.state !== 'needsReconnecting') return false;
    await this.stage.connect(this.charityId, this.charity.accountId);
    this.reconnected += 1;
    return true;
  }

  private async planDeath(): Promise<void> {
    const { accountId } = this.charity;
    const { crashes } = this.stage;
    if (this.step === 'nextPairReceived') await this.keysRunOut();
    crashes.when(
      this.step,
      () => {
        this.died = true;
        return crashes.dies();
      },
      { accountId, nth: this.step === 'nextPairReceived' || this.random.chance(0.7) ? 1 : 2 },
    );
    if (this.random.chance(0.3)) crashes.at(this.random.pick(publishingSteps), { accountId });
  }

  /** At once, or so soon that they are renewed first. */
  private async keysRunOut(): Promise<void> {
    const inMs = this.random.pick([-1_000, 60_000, 240_000]);
    await this.stage.database.inCharity(this.charityId, (tx) =>
      tx.query(`UPDATE account SET access_expires_at = baton.now() + $1 * interval '1 ms'`, [inMs]),
    );
  }

  private async handOver(): Promise<void> {
    const { random, charity } = this;
    for (let thread = 1 + random.below(2); thread > 0; thread -= 1) {
      const parts = Array.from({ length: 1 + random.below(3) }, () => this.nextText());
      await charity.submit(...parts);
    }
    charity.account.goes(Array.from({ length: random.below(5) }, () => random.pick(turns)));
    charity.account.shows(Array.from({ length: random.below(3) }, () => random.pick(looks)));
  }

  private nextText(): string {
    this.handedOver += 1;
    return `${this.step} ${this.seed}, text ${this.handedOver}${this.random.pick(endings)}`;
  }

  private async decides(posts: readonly Post[]): Promise<boolean> {
    let anything = false;
    for (const post of posts) {
      if (post.status.state !== 'unknown') continue;
      anything = true;
      await this.decide(post);
    }
    return anything;
  }

  private async decide({ postId, text }: Post): Promise<void> {
    const verdict = this.random.chance(0.7) ? 'sendAgain' : 'letItGo';
    const resolved = await this.charity.resolve(postId, verdict);
    if (!resolved.ok) throw new Error(`${verdict} was refused: ${resolved.refusal.code}`);
    this.decisions.set(text, [...(this.decisions.get(text) ?? []), verdict]);
  }
}
