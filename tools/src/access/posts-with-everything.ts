import {
  appendMedia,
  beginMedia,
  type DraftId,
  finishMedia,
  listFollowUps,
  listInbox,
  type MediaId,
  type MessageId,
  noteOnPost,
  type PostId,
  type PostNoteId,
  rehearsePosts,
  saveDraft,
  scheduleCharityPost,
  submitPosts,
  type TakeoverId,
  writeToTeam,
} from '@baton/contracts';
import type { Person } from '../story/people.js';
import { takePhoto } from '../story/photo.js';
import { SandboxControl } from '../story/sandbox-control.js';
import { fresh } from '../story/story-world.js';
import { waitFor } from '../story/wait-for.js';
import type { Place } from './charity-with-everything.js';
import { patienceMs, untilDone } from './until-done.js';

/** A picture, a draft, a rehearsal, a post that waits for a moderator, and a message to answer. */
export async function curate({ system, word, charityId }: Place, curator: Person, takeoverId: TakeoverId) {
  const mediaId = fresh<MediaId>();
  const jpeg = await takePhoto();
  const picture = { charityId, mediaId, byteLength: jpeg.length, altText: `${word} picture` };
  const { chunkBytes } = await curator.does(beginMedia, picture);
  for (let index = 0; index * chunkBytes < jpeg.length; index += 1) {
    const base64 = jpeg.subarray(index * chunkBytes, (index + 1) * chunkBytes).toString('base64');
    await curator.does(appendMedia, { charityId, mediaId, index, base64 });
  }
  await curator.does(finishMedia, { charityId, mediaId });
  const draftId = fresh<DraftId>();
  const draft = { charityId, draftId, basedOn: 0, posts: [{ text: `${word} draft`, mediaIds: [mediaId] }] };
  await curator.does(saveDraft, draft);
  const rehearsedId = fresh<PostId>();
  const rehearsed = [{ postId: rehearsedId, text: `${word} rehearses`, mediaIds: [mediaId] }];
  await curator.does(rehearsePosts, { charityId, posts: rehearsed });
  const postId = fresh<PostId>();
  const text = `${word} says: write to robin@${word}.example`;
  await untilDone('the takeover to open', () =>
    curator.does(submitPosts, { charityId, takeoverId, posts: [{ postId, text, mediaIds: [mediaId] }] }),
  );
  const x = new SandboxControl(system.sandboxOrigin);
  await x.followerPosts(`${word}_fan`, `@${word} what does ${word} say?`);
  await x.followerPosts(`${word}_fan`, `@${word} and what else does ${word} say?`);
  const [newest, mentionId] = await waitFor('the mentions', patienceMs, async () => {
    const { mentions } = await curator.does(listInbox, { charityId, takeoverId });
    return mentions.length === 2 ? mentions.map((mention) => mention.mentionId) : undefined;
  });
  // After the newest there is one more, so that a page that begins there has words that could leak.
  return { mediaId, draftId, postId, rehearsedId, inReplyTo: mentionId, mentionId, after: newest };
}

/** Somebody the team has to see to. */
export async function despair(
  { word, charityId }: Place,
  owner: Person,
  curator: Person,
  takeoverId: TakeoverId,
) {
  const posts = [{ postId: fresh<PostId>(), text: `${word}: I do not want to be here any more` }];
  await curator.does(submitPosts, { charityId, takeoverId, posts });
  const { followUps } = await owner.does(listFollowUps, { charityId });
  if (!followUps[0]) throw new Error('nobody was called');
  return followUps[0].followUpId;
}

/** A post of the charity's own that waits for years. */
export async function speakForItself({ word, charityId }: Place, owner: Person): Promise<PostId> {
  const postId = fresh<PostId>();
  const timedFor = '2040-01-01T10:00:00.000Z';
  await owner.does(scheduleCharityPost, { charityId, postId, text: `${word} says so`, timedFor });
  return postId;
}

/** What a curator writes to the team; nothing is mailed because of it. */
export async function writeTo({ word, charityId }: Place, curator: Person): Promise<MessageId> {
  const messageId = fresh<MessageId>();
  await curator.does(writeToTeam, { charityId, messageId, text: `${word} has a question` });
  return messageId;
}

/** What the team says among itself about a post. */
export async function noteAbout({ word, charityId }: Place, owner: Person, postId: PostId) {
  const noteId = fresh<PostNoteId>();
  await owner.does(noteOnPost, { charityId, postId, noteId, text: `${word} is what this says` });
  return noteId;
}
