import type { CharityId } from '@baton/contracts';
import type { Charity } from '../charities/charity-directory.js';
import { nameSkeleton } from './name-skeleton.js';

/** The charities aboard that somebody could take this one for. */
export function namesLike(
  { charityId, name, slug }: { charityId: CharityId; name: string; slug: string },
  aboard: readonly Charity[],
): string[] {
  const mine = new Set([nameSkeleton(name), nameSkeleton(slug)]);
  return aboard
    .filter((other) => other.charityId !== charityId)
    .filter((other) => mine.has(nameSkeleton(other.name)) || mine.has(nameSkeleton(other.slug)))
    .map((other) => other.name);
}
