import { longestPost, weightedLength } from '@baton/checks';
import type { IdentityLevel } from '@baton/contracts';

/** What takes the place of a name that may not be told, or that would make the post too long. */
const nameless = 'our curator';

/** What the charity's own words may tell. */
export interface ToTell {
  readonly identityLevel: IdentityLevel;
  readonly penName: string;
  /** When the charity's team is back, in words. */
  readonly back?: string;
  /** Where followers are asked whether it helped: an address. */
  readonly pulse?: string;
}

/**
 * The charity's own words with the name the curator chose to be known by. Outside recruitment nobody
 * knows any name but the pen name, so `named` and `firstName` show that; `anonymous` shows none.
 */
export function introduce(template: string, { identityLevel, penName, back, pulse }: ToTell): string {
  const timed = back === undefined ? template : template.replaceAll('{back}', () => back);
  const asking = pulse === undefined ? timed : timed.replaceAll('{pulse}', () => pulse);
  const named = fill(asking, penName);
  const mayShow = identityLevel !== 'anonymous' && weightedLength(named) <= longestPost;
  return mayShow ? named : fill(asking, nameless);
}

/** When a window ends, as people say it in the charity's own zone: “Monday at 09:00”. */
export function whenBack(end: Date, zone: string): string {
  const say = (form: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { ...form, timeZone: zone }).format(end);
  return `${say({ weekday: 'long' })} at ${say({ hour: '2-digit', minute: '2-digit' })}`;
}

/** A replacer function, because a pen name with a dollar sign in it is not a pattern. */
const fill = (template: string, name: string): string =>
  template.replaceAll(/\{name\}/g, (_, at: number) => (startsSentence(template, at) ? capital(name) : name));

const startsSentence = (template: string, at: number): boolean =>
  /(?:^|[.!?…]\s+)$/u.test(template.slice(0, at));

const capital = (name: string): string => (name === nameless ? name.replace('o', 'O') : name);
