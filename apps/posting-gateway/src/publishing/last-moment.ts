import type { PostKind } from '@baton/contracts';
import { endHeardWithinMs, endOf, type TakeoverWindow } from '../takeovers/takeover-window.js';

/** A goodbye on the same day is late; on the next one people wonder who has left. */
export const signOffWithinMs = 6 * 3_600_000;

/**
 * Until when a post of this kind may be said. The cover tells when the team is back, which is true until the planned end.
 * The sign-off is about whoever had the account last: it is said within hours, and not once the next curator has it. Where
 * one follows the other without a gap it has the first minute, in which the next introduction comes after it.
 */
export function lastMomentOf(
  kind: PostKind,
  { window, nextOpensAt }: { readonly window: TakeoverWindow; readonly nextOpensAt: Date | null },
): Date {
  if (kind === 'cover') return window.closesAt;
  const end = endOf(window);
  if (kind !== 'signOff') return end;
  const endMs = end.getTime();
  const handedOnMs = Math.max(nextOpensAt?.getTime() ?? Infinity, endMs + endHeardWithinMs);
  return new Date(Math.min(endMs + signOffWithinMs, handedOnMs));
}
