import { type PostId, resumeThread } from '@baton/contracts';
import { mustBeOutOnce, sendAll, statusOf, untilPostIs, type Weekend } from './posting.js';

const texts = [
  'How I plan a day out:',
  'First, where are the benches?',
  'Second, where is the nearest loo?',
  'Third, who carries the snacks?',
];
const mended = 'First: where can I sit down?';

/** X refuses the second part of a thread. Nothing behind it goes; mended, the thread goes on from there. */
export async function aThreadThatFails(weekend: Weekend): Promise<void> {
  const { stage, charity, takeover } = weekend;
  const failed = await stage.tell.step(
    'X refuses the second part of a thread of four: the rest stops',
    async () => {
      await stage.x.nextPostAnswers(charity.handle, { fine: true });
      await stage.x.nextPostAnswers(charity.handle, {
        refusedBecause: 'You are not allowed to create a Tweet with duplicate content.',
      });
      const ids = await sendAll(weekend, texts);
      const [first, second, third] = ids as [PostId, PostId, PostId];
      await untilPostIs(weekend, first, 'published');
      const { words } = await untilPostIs(weekend, second, 'rejected');
      await untilPostIs(weekend, third, 'withdrawn');
      return { value: { second, ids }, by: 'posting-gateway', fact: 'post.rejected', detail: `“${words}”` };
    },
  );
  await stage.tell.step('The curator changes it and goes on: all four are out, once, in order', async () => {
    const { edits } = await statusOf(weekend, failed.second);
    await takeover.curator.does(resumeThread, {
      ...{ charityId: charity.charityId, postId: failed.second, basedOn: edits },
      parts: [{ postId: failed.second, text: mended }],
    });
    for (const postId of failed.ids) await untilPostIs(weekend, postId, 'published');
    const wanted = [texts[0], mended, texts[2], texts[3]] as string[];
    for (const text of wanted) await mustBeOutOnce(weekend, text);
    const out = await stage.x.postsOf(charity.handle);
    const chain = wanted.map((text) => out.find((post) => post.text === text));
    for (const [index, post] of chain.entries()) {
      if (index > 0 && post?.inReplyTo !== chain[index - 1]?.id)
        throw new Error(`part ${index + 1} does not follow part ${index}`);
    }
    return { value: undefined, by: 'posting-gateway', fact: 'post.published × 3' };
  });
}
