import { accept, type InputOf, type previewRota, type Result, refuse } from '@baton/contracts';
import { readRecurrence } from './read-recurrence.js';
import { type RotaRule, weeklyRule } from './rota-rule.js';

type Input = InputOf<typeof previewRota>;

/** The one shape of a rule, from either of the two that may be sent. */
export function ruleOfInput(input: Input, zone: string): Result<RotaRule, 'badInput' | 'badRecurrence'> {
  const { startsOn, opens, closes, everyWeeks, recurrence } = input;
  const weekly = opens ?? closes ?? everyWeeks;
  const byDay = recurrence ?? input.opensAtTime ?? input.closesAfterDays ?? input.closesAtTime;
  if (weekly !== undefined && byDay !== undefined)
    return missing('recurrence', 'is one way to say the days, opens and closes another: please send one');
  if (byDay !== undefined) return byTheDay(input, zone);
  if (!opens) return missing('opens', 'is missing: please say the weekday and time, or a recurrence');
  if (!closes) return missing('closes', 'is missing: please say the weekday and time');
  return accept(weeklyRule({ opens, closes, everyWeeks }, { zone, startsOn }));
}

function byTheDay(input: Input, zone: string): Result<RotaRule, 'badInput' | 'badRecurrence'> {
  const { startsOn, recurrence, opensAtTime, closesAfterDays, closesAtTime } = input;
  if (recurrence === undefined) return missing('recurrence', 'is missing: such as FREQ=WEEKLY;BYDAY=FR');
  if (opensAtTime === undefined) return missing('opensAtTime', 'is missing: such as 17:30');
  if (closesAfterDays === undefined) return missing('closesAfterDays', 'is missing: 0 for the same day');
  if (closesAtTime === undefined) return missing('closesAtTime', 'is missing: such as 09:00');
  const read = readRecurrence(recurrence);
  if ('problem' in read) return refuse('badRecurrence', { details: read.problem });
  return accept({
    zone,
    startsOn,
    recurrence: read.recurrence,
    opens: opensAtTime,
    closesAfterDays,
    closes: closesAtTime,
  });
}

const missing = (field: string, problem: string) => refuse('badInput', { details: [{ field, problem }] });
