import { z } from 'zod';

/** An IANA zone this computer knows. A misspelt one is answered with the nearest that there is. */
export const TimeZone = z.string().refine(isTimeZone, { error: ({ input }) => notAZone(input) });

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone.includes('/') || zone === 'UTC';
  } catch {
    return false;
  }
}

const longestNameOfAZone = 40;

function notAZone(zone: unknown): string {
  const text = 'must be a time zone such as Europe/London';
  if (typeof zone !== 'string' || zone.length > longestNameOfAZone) return text;
  return `${text}; the nearest to what was typed is ${nearestZone(zone)}`;
}

/** By how few letters must change, capitals and spaces aside; a city alone is enough. */
export function nearestZone(typed: string): string {
  const wanted = plain(typed);
  const zones = Intl.supportedValuesOf('timeZone').map((zone) => {
    const city = zone.slice(zone.lastIndexOf('/') + 1);
    return { zone, far: Math.min(lettersApart(plain(zone), wanted), lettersApart(plain(city), wanted)) };
  });
  return zones.reduce((best, other) => (other.far < best.far ? other : best)).zone;
}

const plain = (name: string): string => name.toLowerCase().replace(/[ _-]/g, '');

/** Levenshtein's distance, a row at a time. */
function lettersApart(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (const [j, otherLetter] of [...other].entries()) {
      const replaced = (row[j] ?? 0) + (letter === otherLetter ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
