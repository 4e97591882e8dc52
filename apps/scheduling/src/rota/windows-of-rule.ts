import { Temporal } from 'temporal-polyfill';
import { type Window, windowOf } from '../windows/window.js';
import { type ZoneRules, zoneRulesOfThisProcess } from '../windows/zone-rules.js';
import { openingDays } from './opening-days.js';
import type { RotaRule } from './rota-rule.js';

export interface WindowsOfRule {
  readonly windows: Window[];
  /** Wall times at which one would open, if the clocks did not leap over it or into the one before. */
  readonly leapt: string[];
}

/**
 * The windows of a rule that open up to and including the day `until` and are not over at `now`, soonest first. One that a
 * change of the clocks makes impossible is left out, and so is one that it makes begin before the one before has ended.
 */
export function windowsOfRule(
  rule: RotaRule,
  { now, until, rules = zoneRulesOfThisProcess }: { now: Date; until: string; rules?: ZoneRules },
): WindowsOfRule {
  const windows: Window[] = [];
  const leapt: string[] = [];
  for (const day of openingDays(rule, firstDay(rule, now), until)) {
    const opens = `${day}T${rule.opens}`;
    const window = windowOf(opens, closingWall(rule, day), rule.zone, rules);
    const before = windows.at(-1);
    if (!window || (before && window.opensAt < before.closesAt)) leapt.push(opens);
    else if (window.closesAt > now) windows.push(window);
  }
  const today = now.toISOString().slice(0, 10);
  return { windows, leapt: leapt.filter((wall) => wall >= today) };
}

export const closingWall = (rule: Pick<RotaRule, 'closesAfterDays' | 'closes'>, day: string): string =>
  `${Temporal.PlainDate.from(day).add({ days: rule.closesAfterDays })}T${rule.closes}`;

/** Looks back as long as a window lasts, because one that opened then may still be running; two days for the zone. */
const firstDay = ({ closesAfterDays }: RotaRule, now: Date): string =>
  Temporal.PlainDate.from(now.toISOString().slice(0, 10))
    .subtract({ days: closesAfterDays + 2 })
    .toString();
