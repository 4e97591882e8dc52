import {
  giveConsent,
  type MediaId,
  type PostId,
  submitPosts,
  type TakeoverId,
  viewConsents,
} from '@baton/contracts';
import type { Person } from '../story/people.js';
import { fresh } from '../story/story-world.js';
import type { Place } from './charity-with-everything.js';

/** Something that goes out, and its curator’s yes that it may stay on the charity’s public page once the weekend is over. */
export async function leaveToTheArchive(
  { word, charityId }: Place,
  curator: Person,
  { takeoverId, mediaId }: { readonly takeoverId: TakeoverId; readonly mediaId: MediaId },
): Promise<void> {
  const text = `Tea in the ${word} garden`;
  const posts = [{ postId: fresh<PostId>(), text, mediaIds: [mediaId] }];
  await curator.does(submitPosts, { charityId, takeoverId, posts });
  await agreeToTheArchive(charityId, curator);
}

async function agreeToTheArchive(charityId: Place['charityId'], curator: Person): Promise<void> {
  const { consents } = await curator.does(viewConsents, { charityId });
  const asked = consents.find(({ channel }) => channel === 'archive');
  if (!asked) throw new Error('nobody asks about the archive');
  const { version, hash } = asked.wording;
  await curator.does(giveConsent, { charityId, channel: 'archive', version, hash });
}
