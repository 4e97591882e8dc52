import { setTimeout as pause } from 'node:timers/promises';
import { type DraftId, type PostId, submitPosts, viewDraft } from '@baton/contracts';
import { textsMailed } from '../people.js';
import { fresh } from '../story-world.js';
import { waitFor } from '../wait-for.js';
import { timesOut, type Weekend } from './posting.js';

/** The window closes by itself; a post one second later is refused in words; the sign-off appears. */
export async function theWindowCloses(weekend: Weekend): Promise<void> {
  const { stage, charity, takeover } = weekend;
  const text = 'One more thing before I go!';
  stage.tell.act(7, 'The window closes');
  const leftMs = takeover.closesAt.getTime() - Date.now();
  if (leftMs > 0) stage.tell.wait(`the window ends in ${Math.ceil(leftMs / 1000)} s`);
  await stage.tell.step('The takeover closes by itself', async () => {
    const closed = await stage.facts.hear(
      'takeover.closed',
      { takeoverId: takeover.takeoverId },
      leftMs + 60_000,
    );
    const lateMs = Date.parse(String(closed.data['closedAt'])) - takeover.closesAt.getTime();
    if (lateMs < 0) throw new Error(`it closed ${-lateMs} ms too early`);
    return {
      value: undefined,
      by: 'scheduling',
      fact: 'takeover.closed',
      detail: `${lateMs} ms after the window ended`,
    };
  });
  await stage.tell.step('A post one second later is refused, in words, and they are kept', async () => {
    await pause(Math.max(0, takeover.closesAt.getTime() + 1000 - Date.now()));
    const submission = {
      charityId: charity.charityId,
      takeoverId: takeover.takeoverId,
      posts: [{ postId: fresh<PostId>(), text }],
    };
    const { message, details } = await takeover.curator.isRefused(submitPosts, submission, 'windowClosed');
    const { draftId } = details as { draftId: DraftId };
    const kept = await takeover.curator.does(viewDraft, { charityId: charity.charityId, draftId });
    if (kept.posts[0]?.text !== text) throw new Error('the words were not kept');
    return { value: undefined, by: 'posting-gateway', detail: `“${message}”` };
  });
  await stage.tell.step('The sign-off appears, and the late post does not', async () => {
    const signOff = await waitFor('the sign-off on the timeline', 30_000, async () =>
      (await stage.x.postsOf(charity.handle))
        .map((post) => post.text)
        .find((words) => words.includes('takeover is over')),
    );
    if ((await timesOut(weekend, text)) !== 0) throw new Error('the late post is out');
    return { value: undefined, by: 'posting-gateway', fact: 'post.published', detail: `“${signOff}”` };
  });
  await stage.tell.step(
    'Every post on the timeline is there once, none before or after its time',
    async () => {
      const out = await stage.x.postsOf(charity.handle);
      const texts = out.map((post) => post.text);
      if (new Set(texts).size !== texts.length) throw new Error('something is out twice');
      const early = out.filter((post) => post.receivedAt < takeover.opensAt);
      if (early.length > 0) throw new Error('something went out before the window');
      const late = out.filter(
        (post) => post.receivedAt >= takeover.closesAt && !post.text.includes('takeover is over'),
      );
      if (late.length > 0) throw new Error('something went out after the window');
      return { value: undefined, detail: `${out.length} posts, as X itself counts them` };
    },
  );
  await stage.tell.step('Robin had a reminder by mail the moment it began', async () => {
    const { email } = takeover.identity;
    const words = await waitFor('the mail to Robin', 20_000, async () => {
      const mails = await textsMailed(stage.system, email);
      return mails.flatMap((text) => /it has begun: [^.]*\./.exec(text)?.slice(0, 1) ?? [])[0];
    });
    return { value: undefined, by: 'recruitment', fact: 'takeover.reminder-due', detail: `“${words}”` };
  });
}
