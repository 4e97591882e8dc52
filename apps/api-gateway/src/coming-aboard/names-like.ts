import type { CharityId } from '@baton/contracts';
import { nameSkeleton } from './name-skeleton.js';

interface Named {
  readonly charityId: CharityId;
  readonly name: string;
  readonly slug: string;
}

/** Those among the others, aboard or waiting, that somebody could take this one for. */
export function namesLike({ charityId, name, slug }: Named, others: readonly Named[]): string[] {
  const mine = new Set([nameSkeleton(name), nameSkeleton(slug)]);
  return others
    .filter((other) => other.charityId !== charityId)
    .filter((other) => mine.has(nameSkeleton(other.name)) || mine.has(nameSkeleton(other.slug)))
    .map((other) => other.name);
}
