import { createHash } from 'node:crypto';
import { type PostId, submitPosts } from '@baton/contracts';
import { photoSecrets, takePhoto } from '../photo.js';
import { fresh } from '../story-world.js';
import { heldAndHelped } from './4-held-and-helped.js';
import { whatFollowersWrite } from './4-what-followers-write.js';
import { mustBeOutOnce, send, sendAll, statusOf, untilPostIs, upload, type Weekend } from './posting.js';

/** The curator posts: plain, a thread, a photo, things that are held, and a reply. */
export async function aWeekendOfPosts(weekend: Weekend): Promise<void> {
  weekend.stage.tell.act(4, 'The curator has the account');
  await plainPost(weekend);
  await thread(weekend);
  await photo(weekend);
  await heldAndHelped(weekend);
  await whatFollowersWrite(weekend);
}

async function plainPost(weekend: Weekend): Promise<void> {
  const text = 'Morning all! Green smoothie in hand, legs like jelly 🥬🧑‍🦽 How is everyone’s weekend?';
  await weekend.stage.tell.step('A post with emoji goes out', async () => {
    const postId = await send(weekend, text);
    await untilPostIs(weekend, postId, 'published');
    await mustBeOutOnce(weekend, text);
    const { weightedLength } = await statusOf(weekend, postId);
    const detail = `“${text}” (${weightedLength} of 280)`;
    return { value: undefined, by: 'posting-gateway', fact: 'post.published', detail };
  });
}

async function thread(weekend: Weekend): Promise<void> {
  const texts = [
    'Three things I wish I had known in my first year with MS:',
    'One: rest is not giving up. It is how I get to Sunday.',
    'Two: ask. There is always someone awake who has been there. Three: you are still you.',
  ];
  await weekend.stage.tell.step('A thread of three goes out in order', async () => {
    const ids = await sendAll(weekend, texts);
    for (const postId of ids) await untilPostIs(weekend, postId, 'published');
    const out = await weekend.stage.x.postsOf(weekend.charity.handle);
    const chain = texts.map((text) => out.find((post) => post.text === text));
    for (const [index, post] of chain.entries()) {
      if (index > 0 && post?.inReplyTo !== chain[index - 1]?.id)
        throw new Error(`part ${index + 1} does not follow part ${index}`);
    }
    return { value: undefined, by: 'posting-gateway', fact: 'post.published × 3' };
  });
}

async function photo(weekend: Weekend): Promise<void> {
  const { charity, takeover, stage } = weekend;
  const { charityId } = charity;
  const altText = 'A tall glass of green smoothie with a red straw on a wooden table.';
  const text = 'Breakfast of champions.';
  await stage.tell.step('A photo goes out with its description and without its GPS', async () => {
    const jpeg = await takePhoto();
    const mediaId = await upload(weekend, jpeg, altText);
    const postId = fresh<PostId>();
    const posts = [{ postId, text, mediaIds: [mediaId] }];
    await takeover.curator.does(submitPosts, { charityId, takeoverId: takeover.takeoverId, posts });
    await untilPostIs(weekend, postId, 'published');
    await mustBeOutOnce(weekend, text);
    const bytes = await pictureOnX(weekend, text, altText);
    const left = [photoSecrets.artist, photoSecrets.camera, 'Exif', 'GPS'].filter((secret) =>
      bytes.includes(secret),
    );
    if (left.length > 0) throw new Error(`the picture still holds ${left.join(', ')}`);
    const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
    const detail = `${jpeg.length.toLocaleString('en')} bytes in, ${bytes.length.toLocaleString('en')} out (sha-256 ${digest}…): no EXIF, no GPS, no name`;
    return { value: undefined, by: 'posting-gateway', fact: 'post.published', detail };
  });
}

async function pictureOnX({ stage, charity }: Weekend, text: string, altText: string): Promise<Buffer> {
  const post = (await stage.x.postsOf(charity.handle)).find((one) => one.text === text);
  if (!post) throw new Error('the post is not there');
  const [picture] = await stage.x.picturesOf(charity.handle, post);
  if (picture?.altText !== altText) throw new Error(`the description is “${picture?.altText}”`);
  return picture.bytes;
}
