import type { HiatusId } from '@baton/contracts';
import { Temporal } from 'temporal-polyfill';
import { overlap, type Span } from '../windows/window.js';
import type { ZoneRules } from '../windows/zone-rules.js';
import type { Hiatus } from './hiatuses.js';

export interface HiatusSpan extends Span {
  readonly hiatusId: HiatusId;
}

/**
 * When there are no takeovers, up to the day `until`: from the first midnight of a hiatus to the midnight after its last day, on
 * the clock of `zone`. One of every year comes in each from its own year on; 29 February is the 28th in most.
 */
export function hiatusSpans(
  hiatuses: readonly Hiatus[],
  { zone, now, until, rules }: { zone: string; now: Date; until: string; rules: ZoneRules },
): HiatusSpan[] {
  const lastYear = Number(until.slice(0, 4));
  const spans = hiatuses.flatMap((hiatus) =>
    yearsOf(hiatus, lastYear, now).flatMap((years) => spanOf(hiatus, years, { zone, rules })),
  );
  return spans.filter(({ closesAt }) => closesAt > now);
}

/** How many years after its own it comes; the year before this one, because one may last over New Year. */
function yearsOf({ from, everyYear }: Hiatus, lastYear: number, now: Date): number[] {
  if (!everyYear) return [0];
  const own = Number(from.slice(0, 4));
  const first = Math.max(0, now.getUTCFullYear() - 1 - own);
  return Array.from({ length: Math.max(0, lastYear - own - first + 1) }, (_, at) => first + at);
}

function spanOf(
  { hiatusId, from, until }: Hiatus,
  years: number,
  { zone, rules }: { zone: string; rules: ZoneRules },
): HiatusSpan[] {
  const first = Temporal.PlainDate.from(from).add({ years });
  const after = Temporal.PlainDate.from(until).add({ years }).add({ days: 1 });
  const opensAt = rules.instantOf(`${first}T00:00`, zone);
  const closesAt = rules.instantOf(`${after}T00:00`, zone);
  return opensAt && closesAt ? [{ hiatusId, opensAt, closesAt }] : [];
}

/** The hiatus a window touches, if any. */
export const hiatusAt = (window: Span, spans: readonly HiatusSpan[]): HiatusSpan | undefined =>
  spans.find((span) => overlap(span, window));
