import {
  accountNeedsReconnecting,
  type Envelope,
  type Post,
  postOutcomeUnknown,
  postPublished,
  wireTypeOf,
} from '@baton/contracts';
import type { RequestRecord } from '@baton/x-sandbox';
import type { CrashRun, Decision } from './crash-run.js';

/** What one run came to, or many: counts, and the longest wait in milliseconds of the database's clock. */
export interface Figures {
  readonly runs: number;
  readonly died: number;
  readonly posts: number;
  readonly published: number;
  readonly rejected: number;
  /** Taken back or let go, and what stood behind that in its thread. */
  readonly withdrawn: number;
  /** How often an outcome was unknown, and in how many of those a person had to decide. */
  readonly unknown: number;
  readonly leftToPerson: number;
  readonly letGoYetOut: number;
  readonly reconnected: number;
  readonly doubled: number;
  readonly resent: number;
  readonly falselyFailed: number;
  readonly falselyPublished: number;
  readonly longestToUnknownMs: number;
}

export interface Verdict {
  readonly figures: Figures;
  /** What was promised and not kept, in words. */
  readonly broken: readonly string[];
}

const final = new Set(['published', 'rejected', 'withdrawn', 'missedWindow']);
const failed = new Set(['rejected', 'withdrawn', 'missedWindow', 'declined', 'held', 'queued']);

/** Compares what Baton says of a run that is over with X's own record of it. */
export async function judge(run: CrashRun): Promise<Verdict> {
  const posts = await run.charity.posts();
  const onX = run.charity.account.posts();
  const calls = Map.groupBy(run.charity.account.calls(), ({ text }) => text ?? '');
  const facts = await run.charity.facts();
  const factsOf = (type: string, { postId }: Post) =>
    facts.filter((fact) => fact.type === type && fact.subject === postId).length;
  const copies = (post: Post) => onX.filter(({ written }) => written === post.text);
  const decisions = (post: Post) => run.decisions.get(post.text) ?? [];
  const letGo = (post: Post) => decisions(post).includes('letItGo');

  const found = {
    doubled: posts.filter((post) => copies(post).length > 1),
    resent: posts.filter(
      (post) => mayHaveActed(calls.get(post.text) ?? []) > 1 + sendAgains(decisions(post)),
    ),
    falselyFailed: posts.filter(
      (post) => failed.has(post.status.state) && copies(post).length > 0 && !letGo(post),
    ),
    falselyPublished: posts.filter(
      ({ status, text }) =>
        status.state === 'published' &&
        !onX.some(({ id, written }) => id === status.xPostId && written === text),
    ),
    'left open': posts.filter(({ status }) => !final.has(status.state)),
    'stated published not exactly once': posts.filter(
      (post) => factsOf(wireTypeOf(postPublished), post) !== (post.status.state === 'published' ? 1 : 0),
    ),
    'unknown not stated': posts.filter(
      (post) => factsOf(wireTypeOf(postOutcomeUnknown), post) !== unknownWaits(post).length,
    ),
    'shown later than 60 seconds': posts.filter((post) => unknownWaits(post).some((ms) => ms > 60_000)),
  };
  const count = (state: string) => posts.filter(({ status }) => status.state === state).length;
  return {
    broken: [
      ...Object.entries(found).flatMap(([what, which]) =>
        which.map((post) => `${what}: ${JSON.stringify(asTold(post))}`),
      ),
      ...(saidLost(facts) === run.reconnected ? [] : ['a connection was lost and that was not said, once']),
    ].map((what) => `step ${run.step}, seed ${run.seed}: ${what}`),
    figures: {
      runs: 1,
      died: run.died ? 1 : 0,
      posts: posts.length,
      published: count('published'),
      rejected: count('rejected'),
      withdrawn: count('withdrawn') + count('missedWindow'),
      unknown: posts.flatMap(unknownWaits).length,
      leftToPerson: posts.flatMap(decisions).length,
      letGoYetOut: posts.filter((post) => letGo(post) && copies(post).length > 0).length,
      reconnected: run.reconnected,
      doubled: found.doubled.length,
      resent: found.resent.length,
      falselyFailed: found.falselyFailed.length,
      falselyPublished: found.falselyPublished.length,
      longestToUnknownMs: Math.max(0, ...posts.flatMap(unknownWaits)),
    },
  };
}

const saidLost = (facts: readonly Envelope[]): number =>
  facts.filter(({ type }) => type === wireTypeOf(accountNeedsReconnecting)).length;

const sendAgains = (decisions: readonly Decision[]): number =>
  decisions.filter((decision) => decision === 'sendAgain').length;

/** Calls that X may have acted on, or that a person would have had to allow: all but a clear "later". */
const mayHaveActed = (calls: readonly RequestRecord[]): number =>
  calls.filter(({ ending }) => !(ending.end === 'answer' && (ending.status === 429 || ending.status === 401)))
    .length;

/** From each attempt that ended as unknown to the moment at which that was said. */
function unknownWaits({ timeline }: Post): number[] {
  const waits: number[] = [];
  let sentAt = Number.NaN;
  for (const { at, what } of timeline) {
    if (what.startsWith('Sending it to X')) sentAt = Date.parse(at);
    if (what.startsWith('No clear answer from X')) waits.push(Date.parse(at) - sentAt);
  }
  return waits;
}

const asTold = ({ text, status, timeline }: Post) => ({
  text,
  status,
  timeline: timeline.map(({ at, what }) => `${at} ${what}`),
});

export const nothing: Figures = {
  runs: 0,
  died: 0,
  posts: 0,
  published: 0,
  rejected: 0,
  withdrawn: 0,
  unknown: 0,
  leftToPerson: 0,
  letGoYetOut: 0,
  reconnected: 0,
  doubled: 0,
  resent: 0,
  falselyFailed: 0,
  falselyPublished: 0,
  longestToUnknownMs: 0,
};

export function add(one: Figures, other: Figures): Figures {
  const sums = Object.entries(one).map(([name, value]) => [name, value + other[name as keyof Figures]]);
  const longestToUnknownMs = Math.max(one.longestToUnknownMs, other.longestToUnknownMs);
  return { ...(Object.fromEntries(sums) as unknown as Figures), longestToUnknownMs };
}
