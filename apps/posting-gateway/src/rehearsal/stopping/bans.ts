import type { PostId } from '@baton/contracts';
import { startWithinMs } from '../../publishing/call-deadline.js';
import { openingHeardWithinMs } from '../../takeovers/takeover-window.js';

/*
 * What may be begun, told once more and without a line of the gateway's own rules: from what people asked, what they were
 * answered and when. All times are milliseconds of the database's clock.
 *
 * Several of those run at once, so nothing is held against the gateway that it could not know. A ban is certain from the
 * moment its answer came until the moment somebody begins to lift it; in between lies no call whose attempt was written
 * down then. A call that was written down before is under way, and has begun a second later or never.
 */

/** One call to X, as X saw it begin. */
export interface Call {
  readonly postId: PostId | null;
  readonly kind: 'post' | 'introduction' | 'signOff';
  readonly text: string;
  readonly at: number;
  /** When it was written down that X is called; null: it was not. */
  readonly attemptedAt: number | null;
}

export interface Ban {
  readonly why: string;
  readonly covers: (call: Call) => boolean;
  readonly from: number;
  until: number;
}

/** When the account is in a curator's hands. `endsAt`: moved forward by whoever may have ended it early. */
export interface Edges {
  readonly opensAt: number;
  readonly closesAt: number;
  endsAt: number;
}

/** A window that held for a while; several do while the fact of a new one is taken in, and for a call that was under way then. */
export interface HeldEdges {
  readonly edges: Edges;
  readonly from: number;
  until: number;
}

const isOf = (...kinds: readonly Call['kind'][]) => {
  return ({ kind }: Call): boolean => kinds.includes(kind);
};
export const anything = (): boolean => true;
export const byCurator = isOf('post');
/** What is said in a takeover by its nature. */
export const inTakeover = isOf('post', 'introduction');
export const anyOf = (ids: readonly PostId[]) => {
  const named = new Set<PostId | null>(ids);
  return ({ postId }: Call): boolean => postId !== null && named.has(postId);
};

/** What was promised and not kept by a call, in words. */
export function breachesOf(
  call: Call,
  {
    windows,
    bans,
    before,
  }: {
    readonly windows: readonly HeldEdges[];
    readonly bans: readonly Ban[];
    readonly before: readonly Call[];
  },
): string[] {
  const { attemptedAt } = call;
  if (attemptedAt === null) return ['was never written down'];
  const isLate = call.at - attemptedAt > startWithinMs;
  const banned = bans.filter(
    ({ covers, from, until }) => attemptedAt > from && attemptedAt < until && covers(call),
  );
  const byWindow = windows
    .filter(({ from, until }) => from <= call.at && attemptedAt <= until)
    .map(({ edges }) => [
      ...beyondEdges(call, edges),
      ...(isNotIntroduced(call, attemptedAt, edges, before) ? ['came before its introduction'] : []),
    ]);
  return [
    ...(isLate ? [`began ${call.at - attemptedAt} ms after it was written down`] : []),
    ...(byWindow.find((breaches) => breaches.length === 0) ?? byWindow[0] ?? ['no window held']),
    ...banned.map(({ why }) => why),
  ];
}

function beyondEdges(call: Call, { opensAt, closesAt, endsAt }: Edges): string[] {
  if (!inTakeover(call)) return call.at < endsAt ? ['said goodbye in the window'] : [];
  if (call.at < opensAt) return ['began before the window'];
  return call.at >= closesAt ? ['began after the window'] : [];
}

/** For a minute from the opening, the charity has the first word. */
const isNotIntroduced = (
  call: Call,
  attemptedAt: number,
  { opensAt }: Edges,
  before: readonly Call[],
): boolean =>
  byCurator(call) &&
  attemptedAt < opensAt + openingHeardWithinMs &&
  !before.some(({ kind }) => kind === 'introduction');

/** How long after the last answer that stopped it a call that was under way began. */
export function underWayForMs(call: Call, bans: readonly Ban[]): number {
  const { attemptedAt, at } = call;
  if (attemptedAt === null) return 0;
  const since = bans
    .filter(({ covers, from }) => attemptedAt <= from && from < at && covers(call))
    .map(({ from }) => at - from);
  return Math.max(0, ...since);
}
