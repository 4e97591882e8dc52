import { roundedTo, smallestGroup } from '@baton/contracts';

/** How many people gave an answer; of each answer there is, also where nobody did. */
export interface Group {
  readonly option: string | null;
  readonly people: number;
}

/** As it may be told. Null: hidden. */
export interface ToldGroup {
  readonly option: string | null;
  readonly people: number | null;
}

/**
 * Decides what may be told of one facet in one set of people (US Census and NHS practice: primary and complementary
 * suppression, then rounding). Pure.
 *
 * - No group below ten is told, and an empty one neither: that nobody of the north has applied tells of who has.
 * - What is hidden is never one group alone, because its size is all there are less what is told, and all there are can be
 *   seen on the board. The next smallest is hidden with it, until together they are ten people or more.
 * - What is told is rounded to five, so a sum tells a hidden group at best to within some people.
 *
 * What this protects: from one look, nobody can tell that a group has fewer than ten people and how many. Facets are never
 * crossed, and nothing tells who is in which group. What it does not: somebody who looks before and after one person moves,
 * and knows every other move in between, may see a number step by five and guess which side of the step that person is on.
 * So the two sets, applicants and curators, are told apart and never together with a total.
 */
export function decideVariety(groups: readonly Group[]): ToldGroup[] {
  const bySize = groups.toSorted((one, other) => one.people - other.people);
  const hidden = new Set<Group>(bySize.filter(({ people }) => people < smallestGroup));
  for (const next of bySize) {
    if (hidden.size === 0 || isSafe(hidden)) break;
    hidden.add(next);
  }
  return groups.map((group) => ({
    option: group.option,
    people: hidden.has(group) ? null : Math.round(group.people / roundedTo) * roundedTo,
  }));
}

const isSafe = (hidden: ReadonlySet<Group>): boolean =>
  hidden.size > 1 && [...hidden].reduce((sum, { people }) => sum + people, 0) >= smallestGroup;
