import type { IdentityLevel } from '@baton/contracts';
import { longestPost, weightedLength } from '../checks/weighted-length.js';

/** What takes the place of a name that may not be told, or that would make the post too long. */
const nameless = 'our curator';

/**
 * The charity's own words with the name the curator chose to be known by. Outside recruitment nobody
 * knows any name but the pen name, so `named` and `firstName` show that; `anonymous` shows none.
 */
export function introduce(
  template: string,
  curator: { readonly identityLevel: IdentityLevel; readonly penName: string },
): string {
  const named = fill(template, curator.penName);
  const mayShow = curator.identityLevel !== 'anonymous' && weightedLength(named) <= longestPost;
  return mayShow ? named : fill(template, nameless);
}

/** A replacer function, because a pen name with a dollar sign in it is not a pattern. */
const fill = (template: string, name: string): string =>
  template.replaceAll(/\{name\}/g, (_, at: number) => (startsSentence(template, at) ? capital(name) : name));

const startsSentence = (template: string, at: number): boolean =>
  /(?:^|[.!?…]\s+)$/u.test(template.slice(0, at));

const capital = (name: string): string => (name === nameless ? name.replace('o', 'O') : name);
