import { type PostId, submitPosts, viewDraft } from '@baton/contracts';
import { takePhoto } from '../photo.js';
import { fresh } from '../story-world.js';
import { mustBeOutOnce, untilPostIs, upload, type Weekend } from './posting.js';

/** A poll, four pictures in their order, and a post for a moment the curator chose. */
export async function allAPostCanBe(weekend: Weekend): Promise<void> {
  await poll(weekend);
  await fourPictures(weekend);
  await timedPost(weekend);
}

async function poll(weekend: Weekend): Promise<void> {
  const { charity, takeover, stage } = weekend;
  const text = 'Honest poll: what gets you through a hot afternoon?';
  const options = ['A cooling vest', 'Cold grapes', 'A nap', 'Moaning about it'];
  await stage.tell.step('A poll goes out, with all its answers', async () => {
    const postId = fresh<PostId>();
    await takeover.curator.does(submitPosts, {
      ...{ charityId: charity.charityId, takeoverId: takeover.takeoverId },
      posts: [{ postId, text, poll: { options, durationMinutes: 60 * 24 } }],
    });
    await untilPostIs(weekend, postId, 'published');
    const out = (await stage.x.postsOf(charity.handle)).find((post) => post.text === text);
    if (out?.pollOptions.join() !== options.join()) throw new Error(`X shows ${out?.pollOptions}`);
    return { value: undefined, by: 'posting-gateway', fact: 'post.published', detail: options.join(' · ') };
  });
}

async function fourPictures(weekend: Weekend): Promise<void> {
  const { charity, takeover, stage } = weekend;
  const text = 'My weekend in four pictures.';
  const altTexts = [
    'Breakfast: a green smoothie.',
    'The same, half drunk.',
    'An empty glass.',
    'The next one.',
  ];
  await stage.tell.step('Four pictures go out in their order, each with its description', async () => {
    const jpeg = await takePhoto();
    const mediaIds = [];
    for (const altText of altTexts) mediaIds.push(await upload(weekend, jpeg, altText));
    const postId = fresh<PostId>();
    await takeover.curator.does(submitPosts, {
      ...{ charityId: charity.charityId, takeoverId: takeover.takeoverId },
      posts: [{ postId, text, mediaIds }],
    });
    await untilPostIs(weekend, postId, 'published');
    const out = (await stage.x.postsOf(charity.handle)).find((post) => post.text === text);
    const shown = out ? await stage.x.picturesOf(charity.handle, out) : [];
    const described = shown.map(({ altText }) => altText);
    if (described.join() !== altTexts.join()) throw new Error(`X shows ${JSON.stringify(described)}`);
    return { value: undefined, by: 'posting-gateway', fact: 'post.published' };
  });
}

const chosenInMs = 2_500;

async function timedPost(weekend: Weekend): Promise<void> {
  const { charity, takeover, stage } = weekend;
  const { draftId } = takeover;
  await stage.tell.step(
    'The prepared post goes out at the moment the curator chose, not before',
    async () => {
      const [draft] = (await takeover.curator.does(viewDraft, { charityId: charity.charityId, draftId }))
        .posts;
      const text = draft?.text ?? '';
      const timedFor = new Date(Date.now() + chosenInMs);
      const postId = fresh<PostId>();
      await takeover.curator.does(submitPosts, {
        ...{ charityId: charity.charityId, takeoverId: takeover.takeoverId },
        ...{ timedFor: timedFor.toISOString(), fromDraft: draftId, posts: [{ postId, text }] },
      });
      await untilPostIs(weekend, postId, 'published');
      await mustBeOutOnce(weekend, text);
      const out = (await stage.x.postsOf(charity.handle)).find((post) => post.text === text);
      const lateMs = (out?.receivedAt.getTime() ?? 0) - timedFor.getTime();
      if (lateMs < 0) throw new Error(`it went out ${-lateMs} ms too early`);
      const detail = `X had it ${lateMs} ms after that moment`;
      return { value: undefined, by: 'posting-gateway', fact: 'post.published', detail };
    },
  );
}
