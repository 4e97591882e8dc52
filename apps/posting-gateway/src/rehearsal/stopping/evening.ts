import type { OutputOf, PostId, Result, SwitchMode, setSwitch } from '@baton/contracts';
import { seeded } from '@baton/testing';
import type { INestApplicationContext } from '@nestjs/common';
import { openingHeardWithinMs } from '../../takeovers/takeover-window.js';
import type { CharityOnStage } from '../charity-on-stage.js';
import { leaseMs, type PublishingStage } from '../publishing-stage.js';
import {
  anyOf,
  anything,
  type Ban,
  breachesOf,
  byCurator,
  type Call,
  type Edges,
  type HeldEdges,
  inTakeover,
  underWayForMs,
} from './bans.js';
import { faultsOfProof } from './faults-of-proof.js';
import type { HostClocks } from './host-clocks.js';

/** A process of the gateway, on a host whose clock may be wrong. */
export interface HostedProcess {
  readonly app: INestApplicationContext;
  skewMs: number;
}

export interface Theatre {
  readonly stage: PublishingStage;
  readonly hosts: HostClocks;
  readonly processes: readonly HostedProcess[];
}

type SwitchAnswer = Result<OutputOf<typeof setSwitch>>;

/** Something that somebody does, or that happens. */
export type Move = (evening: Evening) => Promise<unknown>;

/** What was asked, and between which moments it was done. */
interface Done<Answer> {
  readonly began: number;
  readonly answered: number;
  readonly answer: Answer;
}

/** Longer than every lease; and longer than the clocks of hosts are wrong by. */
const lastsMs = [600_000, 3 * 3_600_000] as const;

/**
 * One charity's evening, and the record of it: what people asked and were answered becomes bans, what X was asked becomes
 * calls. Two people never act at the same moment, but for pressing the switch; the publishers act at any.
 */
export class Evening {
  readonly random;
  readonly calls: Call[] = [];
  readonly bans: Ban[] = [];
  readonly faults: string[] = [];
  /** What happened, to be read when something was broken. */
  readonly told: string[] = [];
  /** The posts that the team said yes to, and since when. */
  readonly approved = new Map<PostId, number>();
  readonly counts = { presses: 0, crashes: 0, proofs: 0, moved: 0 };
  private readonly windows: HeldEdges[] = [];
  private readonly postOf = new Map<string, PostId>();
  private nextPerson: Promise<unknown> = Promise.resolve();

  private constructor(
    readonly seed: number,
    readonly theatre: Theatre,
    readonly charity: CharityOnStage,
  ) {
    this.random = seeded(seed + 1);
  }

  /** The window is open, or opens within minutes. */
  static async begin(seed: number, theatre: Theatre): Promise<Evening> {
    const { stage, hosts } = theatre;
    const random = seeded(seed);
    const opensInMs = random.chance(0.5) ? -openingHeardWithinMs : random.pick([0, 3_000, 120_000, 120_000]);
    const charity = await stage.aCharity({ opensInMs, closesInMs: opensInMs + random.pick(lastsMs) });
    const evening = new Evening(seed, theatre, charity);
    await evening.readEdges();
    charity.account.onCall = (text) => hosts.onHost(0, () => evening.seesCall(text));
    return evening;
  }

  /** The window that holds by now. */
  get edges(): Edges {
    const [held] = this.windows.slice(-1);
    if (!held) throw new Error('the window is not known yet');
    return held.edges;
  }

  get stage(): PublishingStage {
    return this.theatre.stage;
  }

  /** Lets a person do something, alone, and notes between which moments. */
  asks<Answer>(what: string, ask: (began: number) => Promise<Answer>): Promise<Done<Answer>> {
    const done = this.nextPerson.then(async () => {
      const began = await this.now();
      const answer = await ask(began);
      const answered = await this.now();
      this.told.push(`${began} to ${answered}: ${what}: ${asTold(answer)}`);
      await this.noteWhatStays(answered);
      return { began, answered, answer };
    });
    this.nextPerson = done.catch(() => undefined);
    return done;
  }

  /** The rota gives the takeover another window; one that has ended stays ended, and nobody moves one that is over. */
  async movesWindow(to: (now: number, edges: Edges) => Omit<Edges, 'endsAt'> | undefined): Promise<void> {
    await this.asks('the rota moves the window', async (began) => {
      const window = to(began, this.edges);
      const isOver = this.isBanned(/^the takeover had ended/);
      if (!window || began >= this.edges.closesAt) return 'not';
      await this.charity.isMoved(window);
      if (isOver) return 'too late';
      const [held] = this.windows.slice(-1);
      if (held) held.until = await this.now();
      this.holds(window, began);
      this.counts.moved += 1;
      return window;
    });
  }

  private holds({ opensAt, closesAt }: Omit<Edges, 'endsAt'>, from: number): void {
    const edges = { opensAt, closesAt, endsAt: closesAt };
    this.windows.push({ edges, from, until: Number.POSITIVE_INFINITY });
  }

  ban(why: string, from: number, covers: Ban['covers']): void {
    this.bans.push({ why, covers, from, until: Number.POSITIVE_INFINITY });
  }

  isBanned(which: RegExp): boolean {
    return this.bans.some(({ why, until }) => until === Number.POSITIVE_INFINITY && which.test(why));
  }

  /** Nothing of the curator's may go any more. */
  async isOver(): Promise<boolean> {
    return this.isBanned(/^the takeover had ended|^consent/) || (await this.now()) >= this.edges.closesAt;
  }

  /** Somebody begins to lift these at this moment. */
  lift(which: RegExp, at: number): void {
    for (const ban of this.bans) if (which.test(ban.why)) ban.until = Math.min(ban.until, at);
  }

  writes(text: string, postId: PostId): void {
    this.postOf.set(text, postId);
  }

  /** Presses the switch or releases it, perhaps twice at once, and looks at each proof. */
  async presses(what: string, mode: SwitchMode, press: () => Promise<SwitchAnswer[]>): Promise<void> {
    const before = await this.charity.posts();
    const done = await this.asks(what, async () => {
      const answers = await press();
      const proofs = answers.flatMap((one) => (one.ok ? [one.value] : []));
      return { proofs, after: await this.charity.posts() };
    });
    const { began, answered, answer } = done;
    for (const proof of answer.proofs) {
      this.counts.proofs += 1;
      const { approved } = this;
      this.faults.push(...faultsOfProof({ mode, proof, before, after: answer.after, approved }));
      if (mode !== 'off') this.banBySwitch(`proof ${proof.number}`, answered, anyOf(proof.stopped));
    }
    if (answer.proofs.length > 0 && mode !== 'off') {
      this.banBySwitch(mode, answered, mode === 'hold' ? byCurator : anything);
    }
    const endsIt = mode === 'takenBack' && began >= this.edges.opensAt;
    if (answer.proofs.length > 0 && endsIt) this.endsEarly(done);
  }

  /** What the team says yes to goes under `hold`; under what is stricter nothing does. */
  private banBySwitch(which: string, from: number, covers: Ban['covers']): void {
    const isApproved = ({ postId, attemptedAt }: Call) =>
      which !== 'pause' &&
      which !== 'takenBack' &&
      postId !== null &&
      (this.approved.get(postId) ?? Number.POSITIVE_INFINITY) <= (attemptedAt ?? 0);
    this.ban(`stopped by the switch: ${which}`, from, (call) => covers(call) && !isApproved(call));
  }

  /** How many posts people wrote, edits not counted. */
  get posts(): number {
    return new Set(this.postOf.values()).size;
  }

  async now(): Promise<number> {
    return (await this.stage.now()).getTime();
  }

  /** Time passes, for the database and for every host. */
  async pass(ms: number): Promise<void> {
    await this.asks(`${ms} ms pass`, async () => {
      await this.stage.pass(ms);
      this.theatre.hosts.passedMs += ms;
    });
  }

  /** A process does all that is due. */
  async works({ app, skewMs }: HostedProcess): Promise<void> {
    await this.theatre.hosts.onHost(skewMs, () => this.stage.publish(() => false, 32, app));
  }

  /** Everything that can still go does, to the end of all that may be said about the takeover. */
  async ends(): Promise<void> {
    this.stage.crashes.forget();
    for (const passedMs of [0, leaseMs + 1, 60_000, 120_000, 86_400_000, leaseMs + 1]) {
      await this.pass(passedMs);
      await this.stage.reconcile();
      await Promise.all(this.theatre.processes.map((process) => this.works(process)));
    }
  }

  /** All that was promised and not kept. */
  broken(): string[] {
    const { windows, bans } = this;
    const calls = this.calls.flatMap((call, index) =>
      breachesOf(call, { windows, bans, before: this.calls.slice(0, index) }).map(
        (why) => `X was asked to say “${call.text}” at ${call.at}, attempted at ${call.attemptedAt}: ${why}`,
      ),
    );
    const broken = [...calls, ...this.faults];
    return broken.length === 0 ? [] : [`seed ${this.seed}:`, ...broken, ...this.told];
  }

  longestUnderWayMs(): number {
    return Math.max(0, ...this.calls.map((call) => underWayForMs(call, this.bans)));
  }

  /** The moment of a call is the latest it can have been before it was seen: reading the clock takes a while, too. */
  private async seesCall(text: string): Promise<void> {
    const entered = performance.now();
    const postId = this.postOf.get(text) ?? null;
    const kind = postId ? 'post' : text === 'Goodbye' ? 'signOff' : 'introduction';
    const [read] = await this.stage.database.inCharity(this.charity.charityId, (tx) =>
      tx.query<{ at: Date; attemptedAt: Date | null }>(
        `SELECT baton.now() AS at, max(attempted_at) AS "attemptedAt" FROM post WHERE post_id = $1 OR kind = $2`,
        [postId, kind === 'post' ? null : kind],
      ),
    );
    if (!read) throw new Error('the clock was not read');
    const at = read.at.getTime() - (performance.now() - entered);
    this.calls.push({ postId, kind, text, at, attemptedAt: read.attemptedAt?.getTime() ?? null });
    this.told.push(`${at}: X is asked to say “${text}”`);
  }

  /** A thread goes as a whole: while a part is held, nothing of it does. */
  private async noteWhatStays(at: number): Promise<void> {
    const staying = await this.stage.database.inCharity(this.charity.charityId, (tx) =>
      tx.query<{ postId: PostId; threadId: PostId; state: string; thread: PostId[] }>(
        `SELECT p.post_id AS "postId", p.thread_id AS "threadId", p.state,
                array(SELECT part.post_id FROM post part WHERE part.thread_id = p.thread_id) AS thread
           FROM post p WHERE p.state IN ('held', 'declined', 'withdrawn', 'missedWindow')`,
      ),
    );
    for (const { postId, threadId, state, thread } of staying) {
      const why = `is ${state}: ${postId} of ${threadId}`;
      const isNoted = this.bans.some((ban) => ban.why === why && ban.until > at);
      if (!isNoted) this.ban(why, at, anyOf(state === 'held' ? thread : [postId]));
    }
  }

  private async readEdges(): Promise<void> {
    const [takeover] = await this.stage.database.inCharity(this.charity.charityId, (tx) =>
      tx.query<{ opens: Date; closes: Date }>('SELECT opens_at AS opens, closes_at AS closes FROM takeover'),
    );
    if (!takeover) throw new Error('no takeover');
    const [opensAt, closesAt] = [takeover.opens.getTime(), takeover.closes.getTime()];
    this.told.push(`the window is from ${opensAt} to ${closesAt}`);
    this.holds({ opensAt, closesAt }, 0);
  }

  /** The takeover ended before its time, if it had not ended by itself. */
  endsEarly({ began, answered }: Done<unknown>): void {
    this.edges.endsAt = Math.min(this.edges.endsAt, began);
    this.ban('the takeover had ended', answered, inTakeover);
  }
}

function asTold(answer: unknown): string {
  return (
    JSON.stringify(answer, (key, value: unknown) =>
      key === 'timeline' || key === 'findings' ? undefined : value,
    )?.slice(0, 300) ?? 'done'
  );
}
