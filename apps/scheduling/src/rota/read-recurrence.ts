/** What is wrong with a recurrence, and what would work. */
export interface RecurrenceProblem {
  readonly part: string;
  readonly problem: string;
  readonly instead: string;
}

type Read = { readonly recurrence: string } | { readonly problem: RecurrenceProblem };

const weekday = '(MO|TU|WE|TH|FR|SA|SU)';
const listOf = (one: string): RegExp => new RegExp(`^${one}(,${one})*$`);
const upTo = (most: number): ((text: string) => boolean) => {
  const digits = /^\d{1,4}$/;
  return (text) => digits.test(text) && Number(text) >= 1 && Number(text) <= most;
};
const signedUpTo = (most: number): ((text: string) => boolean) => {
  const isOne = upTo(most);
  return (text) => text.split(',').every((one) => isOne(one.replace(/^[+-]/, '')));
};

/** More would take longer than a moment to count through, and nobody books so far ahead. */
const mostOccurrences = 1000;

/** The parts of RFC 5545 (3.3.10) that name days, in the order they are kept, each with what it may hold. */
const parts: Readonly<Record<string, { readonly holds: (text: string) => boolean; readonly such: string }>> =
  {
    FREQ: {
      holds: (text) => /^(DAILY|WEEKLY|MONTHLY|YEARLY)$/.test(text),
      such: 'FREQ=DAILY, WEEKLY, MONTHLY or YEARLY: a rota opens once a day at most',
    },
    INTERVAL: { holds: upTo(1000), such: 'INTERVAL=2, at most 1000' },
    COUNT: {
      holds: upTo(mostOccurrences),
      such: `COUNT=10, at most ${mostOccurrences}; without COUNT it goes on for ever`,
    },
    UNTIL: { holds: isADay, such: 'UNTIL=20271231, a day without a time' },
    WKST: { holds: (text) => listOf(weekday).test(text) && !text.includes(','), such: 'WKST=MO' },
    BYMONTH: {
      holds: (text) => text.split(',').every(upTo(12)),
      such: 'BYMONTH=3,6, months from 1 to 12',
    },
    BYWEEKNO: { holds: signedUpTo(53), such: 'BYWEEKNO=20, with FREQ=YEARLY' },
    BYYEARDAY: { holds: signedUpTo(366), such: 'BYYEARDAY=100, with FREQ=YEARLY' },
    BYMONTHDAY: { holds: signedUpTo(31), such: 'BYMONTHDAY=1,15 or BYMONTHDAY=-1 for the last day' },
    BYDAY: {
      holds: (text) => listOf(`([+-]?\\d{1,2})?${weekday}`).test(text),
      such: 'BYDAY=FR,SA, or BYDAY=-1FR with FREQ=MONTHLY for the last Friday',
    },
    BYSETPOS: { holds: signedUpTo(366), such: 'BYSETPOS=-1, beside another part that names days' },
  };

/**
 * Reads an RRULE that names days, and writes it in one way, so that the same rule is the same text. Parts below a day are
 * refused: a rota says its times itself.
 */
export function readRecurrence(text: string): Read {
  const given = new Map<string, string>();
  for (const piece of text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .split(';')) {
    const at = piece.indexOf('=');
    const [name, value] = at < 0 ? [piece, ''] : [piece.slice(0, at), piece.slice(at + 1)];
    const problem = problemOfPart(name, value, given);
    if (problem) return { problem };
    given.set(name, value);
  }
  const problem = problemTogether(given);
  if (problem) return { problem };
  const inOrder = Object.keys(parts).filter((name) => given.has(name));
  return { recurrence: inOrder.map((name) => `${name}=${given.get(name)}`).join(';') };
}

function problemOfPart(
  name: string,
  value: string,
  given: ReadonlyMap<string, string>,
): RecurrenceProblem | undefined {
  const known = Object.hasOwn(parts, name) ? parts[name] : undefined;
  const part = name.slice(0, 20);
  if (['BYHOUR', 'BYMINUTE', 'BYSECOND'].includes(name))
    return { part, problem: 'is below a day', instead: 'opensAtTime and closesAtTime say the times' };
  if (!known) return { part, problem: 'is no part that works here', instead: Object.keys(parts).join(', ') };
  if (given.has(name)) return { part, problem: 'is there twice', instead: `${part} once` };
  return known.holds(value)
    ? undefined
    : { part, problem: 'does not hold what it must', instead: known.such };
}

/** What RFC 5545 forbids of parts that are right by themselves, and what nobody could mean. */
function problemTogether(given: ReadonlyMap<string, string>): RecurrenceProblem | undefined {
  const frequency = given.get('FREQ');
  const together = (part: string, instead: string) => ({
    part,
    problem: 'does not go with the rest',
    instead,
  });
  if (!frequency) return { part: 'FREQ', problem: 'is missing', instead: parts['FREQ']?.such ?? '' };
  if (given.has('COUNT') && given.has('UNTIL')) return together('COUNT', 'either COUNT or UNTIL');
  const yearly = ['BYWEEKNO', 'BYYEARDAY'].find((part) => given.has(part));
  if (yearly && frequency !== 'YEARLY') return together(yearly, 'FREQ=YEARLY');
  if (given.has('BYWEEKNO') && given.has('BYYEARDAY')) return together('BYWEEKNO', 'one of the two');
  if (given.has('BYMONTHDAY') && frequency === 'WEEKLY') return together('BYMONTHDAY', 'FREQ=MONTHLY');
  const counted = /\d/.test(given.get('BYDAY') ?? '');
  if (counted && (frequency === 'DAILY' || frequency === 'WEEKLY'))
    return together('BYDAY', 'FREQ=MONTHLY, or weekdays without a number');
  if (counted && given.has('BYWEEKNO')) return together('BYDAY', 'weekdays without a number');
  if (given.has('BYSETPOS') && ![...given.keys()].some((name) => /^BY(?!SETPOS)/.test(name)))
    return together('BYSETPOS', parts['BYSETPOS']?.such ?? '');
  return undefined;
}

function isADay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(text) ?? [];
  if (!year) return false;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}
