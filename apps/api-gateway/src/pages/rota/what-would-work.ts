import type { Refusal } from '@baton/contracts';
import { z } from 'zod';
import { dayWords } from '../weekends/clocks.js';
import { wallWords } from './booked-concerned.js';

const End = z.object({ closesAfterDays: z.number(), closesAtTime: z.string() });
const Edge = z.object({ opensAtWall: z.string() });
const Overlap = z.object({ first: Edge, second: Edge, longest: End });
const Impossible = z.object({ problem: z.enum(['tooShort', 'tooLong']), nearest: End });
const FarAway = z.object({ earliest: z.string(), latest: z.string() });
const Never = z.object({ opensNextOn: z.string().nullable() });

const Recurrence = z.object({ part: z.string(), problem: z.string(), instead: z.string() });

const endWords = ({ closesAfterDays, closesAtTime }: z.infer<typeof End>): string =>
  `closes ${closesAfterDays === 0 ? 'the same day' : `${closesAfterDays} ${closesAfterDays === 1 ? 'day' : 'days'} later`} at ${closesAtTime}`;

/** A refusal of a rule in words: where its details say what would work, that too. */
export function whatWouldWork({ refusal: { message, details } }: Refusal): string {
  const overlap = Overlap.safeParse(details).data;
  if (overlap)
    return `The window of ${wallWords(overlap.first.opensAtWall)} would still be open when that of ${wallWords(overlap.second.opensAtWall)} opens. The longest that fits ${endWords(overlap.longest)}.`;
  const impossible = Impossible.safeParse(details).data;
  if (impossible)
    return `${message} The ${impossible.problem === 'tooShort' ? 'shortest' : 'longest'} that works ${endWords(impossible.nearest)}.`;
  const recurrence = Recurrence.safeParse(details).data;
  if (recurrence) return `${recurrence.part} ${recurrence.problem}. What would work: ${recurrence.instead}.`;
  const farAway = FarAway.safeParse(details).data;
  if (farAway)
    return `A rota starts between ${dayWords(farAway.earliest)} and ${dayWords(farAway.latest)}. Please choose a day between them.`;
  const never = Never.safeParse(details).data;
  if (never?.opensNextOn)
    return `By this rule no window opens in the next 78 weeks. The next would be on ${dayWords(never.opensNextOn)}.`;
  return message;
}
