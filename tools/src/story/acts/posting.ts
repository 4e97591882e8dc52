import {
  appendMedia,
  beginMedia,
  finishMedia,
  type MediaId,
  type PostId,
  type PostState,
  submitPosts,
  viewPost,
} from '@baton/contracts';
import { type CharityAboard, fresh, type Stage, type TakeoverBooked } from '../story-world.js';
import { waitFor } from '../wait-for.js';

/** What the acts between opening and closing work with. */
export interface Weekend {
  readonly stage: Stage;
  readonly charity: CharityAboard;
  readonly takeover: TakeoverBooked;
}

/** The curator sends one post; returns its id. */
export async function send({ charity, takeover }: Weekend, text: string): Promise<PostId> {
  const [postId] = await sendAll({ charity, takeover }, [text]);
  if (!postId) throw new Error('nothing was sent');
  return postId;
}

/** The curator sends a thread. */
export async function sendAll(
  { charity, takeover }: Pick<Weekend, 'charity' | 'takeover'>,
  texts: string[],
): Promise<PostId[]> {
  const posts = texts.map((text) => ({ postId: fresh<PostId>(), text }));
  await takeover.curator.does(submitPosts, {
    charityId: charity.charityId,
    takeoverId: takeover.takeoverId,
    posts,
  });
  return posts.map(({ postId }) => postId);
}

/** The curator uploads a picture, in chunks. */
export async function upload(
  { charity: { charityId }, takeover: { curator } }: Pick<Weekend, 'charity' | 'takeover'>,
  picture: Buffer,
  altText: string,
): Promise<MediaId> {
  const mediaId = fresh<MediaId>();
  const upload = { charityId, mediaId, byteLength: picture.length, altText };
  const { chunkBytes } = await curator.does(beginMedia, upload);
  for (let index = 0; index * chunkBytes < picture.length; index += 1) {
    const base64 = picture.subarray(index * chunkBytes, (index + 1) * chunkBytes).toString('base64');
    await curator.does(appendMedia, { charityId, mediaId, index, base64 });
  }
  await curator.does(finishMedia, { charityId, mediaId });
  return mediaId;
}

/** Waits until a post is in one of the given states and returns that state. */
export async function untilPostIs<State extends PostState['state']>(
  weekend: Weekend,
  postId: PostId,
  ...states: State[]
): Promise<Extract<PostState, { state: State }>> {
  let seen = 'nothing';
  const fits = (status: PostState): status is Extract<PostState, { state: State }> =>
    (states as string[]).includes(status.state);
  try {
    return await waitFor(`the post to be ${states.join(' or ')}`, 45_000, async () => {
      const { status } = await statusOf(weekend, postId);
      seen = JSON.stringify(status);
      return fits(status) ? status : undefined;
    });
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}; it was ${seen}`);
  }
}

export const statusOf = ({ charity, takeover }: Weekend, postId: PostId) =>
  takeover.curator.does(viewPost, { charityId: charity.charityId, postId });

/** How often a text stands on the account's timeline. Anything but once is a broken promise. */
export async function timesOut({ stage, charity }: Weekend, text: string): Promise<number> {
  return (await stage.x.postsOf(charity.handle)).filter((post) => post.text === text).length;
}

export async function mustBeOutOnce(weekend: Weekend, text: string): Promise<void> {
  const times = await timesOut(weekend, text);
  if (times !== 1) throw new Error(`“${text}” is out ${times} times`);
}
