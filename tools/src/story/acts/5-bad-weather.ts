import { listReviewQueue, resolveUnknown } from '@baton/contracts';
import { waitFor } from '../wait-for.js';
import { mustBeOutOnce, send, statusOf, timesOut, untilPostIs, type Weekend } from './posting.js';

const waitSeconds = 2;

/** X answers 429, then 503, then applies a post and cuts the line. Nothing appears twice. */
export async function badWeather(weekend: Weekend): Promise<void> {
  weekend.stage.tell.act(5, 'X has a bad day');
  await tooManyRequests(weekend);
  await serverError(weekend);
  await cutAfterApplying(weekend);
}

async function tooManyRequests(weekend: Weekend): Promise<void> {
  const { stage, charity } = weekend;
  const text = 'Anyone watching the football tonight, or just me and the cat?';
  await stage.tell.step(`X says 429: the post waits as told (${waitSeconds} s) and goes`, async () => {
    await stage.x.nextPostAnswers(charity.handle, { status: 429, retryAfterSeconds: waitSeconds });
    const sentAt = Date.now();
    const postId = await send(weekend, text);
    await untilPostIs(weekend, postId, 'published');
    const waitedMs = Date.now() - sentAt;
    const { timeline } = await statusOf(weekend, postId);
    const detail = timeline.map(({ what }) => `“${what}”`).join(' ');
    if (waitedMs < (waitSeconds - 1) * 1000) throw new Error(`it waited only ${waitedMs} ms: ${detail}`);
    await mustBeOutOnce(weekend, text);
    return { value: undefined, by: 'posting-gateway', fact: 'post.published', detail };
  });
}

async function serverError(weekend: Weekend): Promise<void> {
  const { stage, charity } = weekend;
  const { charityId, manager } = charity;
  const text = 'Spoon count today: four. Spending one on you lot.';
  const postId = await stage.tell.step(
    'X says 503, which says nothing certain: the post is unknown',
    async () => {
      await stage.x.nextPostAnswers(charity.handle, { status: 503 });
      const id = await send(weekend, text);
      await stage.facts.hear('post.outcome-unknown', { postId: id }, 30_000);
      return { value: id, by: 'posting-gateway', fact: 'post.outcome-unknown' };
    },
  );
  await stage.tell.step('The account’s own timeline is searched: it is not there', async () => {
    await waitFor('the search of the timeline to end', 30_000, async () => {
      const { unknown } = await manager.does(listReviewQueue, { charityId });
      const status = unknown.find((post) => post.postId === postId)?.status;
      return status?.state === 'unknown' && status.lookingUntil === null ? true : undefined;
    });
    if ((await timesOut(weekend, text)) !== 0) throw new Error('it was resent by machine');
    return { value: undefined, by: 'posting-gateway', detail: 'nothing was resent; the manager is asked' };
  });
  await stage.tell.step('The manager decides to send it again, and it goes', async () => {
    await manager.does(resolveUnknown, { charityId, postId, verdict: 'sendAgain' });
    await untilPostIs(weekend, postId, 'published');
    await mustBeOutOnce(weekend, text);
    return { value: undefined, by: 'posting-gateway', fact: 'post.published' };
  });
}

async function cutAfterApplying(weekend: Weekend): Promise<void> {
  const { stage, charity } = weekend;
  const text = 'Rap recommendations, please. It keeps my physio exercises honest.';
  await stage.tell.step('X takes a post and the line is cut: unknown, then found', async () => {
    await stage.x.nextPostAnswers(charity.handle, { cut: 'after' });
    const postId = await send(weekend, text);
    await stage.facts.hear('post.outcome-unknown', { postId }, 30_000);
    await untilPostIs(weekend, postId, 'published');
    await stage.facts.hear('post.published', { postId, knownBy: 'timeline' }, 20_000);
    await mustBeOutOnce(weekend, text);
    const { timeline } = await statusOf(weekend, postId);
    return {
      value: undefined,
      by: 'posting-gateway',
      fact: 'post.published (by timeline)',
      detail: `“${timeline.at(-1)?.what}”`,
    };
  });
}
