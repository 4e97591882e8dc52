import { checkPost, type PostId, setBudget, setRest, submitPosts, viewCosts } from '@baton/contracts';
import { fresh } from '../story-world.js';
import { mustBeOutOnce, send, timesOut, untilPostIs, type Weekend } from './posting.js';

/** A budget that a link would pass, and a rest without a reason. */
export async function restAndBudget(weekend: Weekend): Promise<void> {
  await hardBudget(weekend);
  await rest(weekend);
}

/** Enough for a post, too little for a link. */
const leftMicroUsd = 40_000;

async function hardBudget(weekend: Weekend): Promise<void> {
  const { stage, charity, takeover } = weekend;
  const which = { charityId: charity.charityId, takeoverId: takeover.takeoverId };
  const dear = 'The leaflet that helped me: https://example.org/ms/rest';
  await stage.tell.step(
    'A link costs more than is left: the curator is told before, and refused',
    async () => {
      const { spentMicroUsd, perhapsMicroUsd, waitingMicroUsd } = await charity.manager.does(
        viewCosts,
        which,
      );
      const hardMicroUsd = spentMicroUsd + perhapsMicroUsd + waitingMicroUsd + leftMicroUsd;
      const { charityId } = which;
      await charity.manager.does(setBudget, { charityId, softMicroUsd: null, hardMicroUsd });
      const { cost } = await takeover.curator.does(checkPost, { ...which, text: dear });
      const posts = [{ postId: fresh<PostId>(), text: dear }];
      const { details } = await takeover.curator.isRefused(submitPosts, { ...which, posts }, 'overBudget');
      if (!(details as { draftId?: string }).draftId) throw new Error('the words were not kept');
      if ((await timesOut(weekend, dear)) !== 0) throw new Error('it went out all the same');
      return { value: undefined, by: 'posting-gateway', detail: `“${cost.words}”` };
    },
  );
  await stage.tell.step('Without the link it goes, and the ledger adds up', async () => {
    const plain = 'The leaflet that helped me is on the charity’s pages, under “rest”.';
    const postId = await send(weekend, plain);
    await untilPostIs(weekend, postId, 'published');
    const { words, leftMicroUsd: left } = await charity.manager.does(viewCosts, which);
    if (left === null || left < 0) throw new Error(`what is left is ${left}`);
    await charity.manager.does(setBudget, {
      ...{ charityId: which.charityId, softMicroUsd: null, hardMicroUsd: null },
    });
    return { value: undefined, by: 'posting-gateway', fact: 'post.published', detail: `“${words}”` };
  });
}

async function rest(weekend: Weekend): Promise<void> {
  const { stage, charity, takeover } = weekend;
  const which = { charityId: charity.charityId, takeoverId: takeover.takeoverId };
  const text = 'Back! The nap won.';
  await stage.tell.step(
    'The curator rests with one tap: what they send waits, until they are back',
    async () => {
      await takeover.curator.does(setRest, { ...which, resting: true });
      const postId = await send(weekend, text);
      const { waitingFor } = await untilPostIs(weekend, postId, 'queued');
      if (waitingFor !== 'rest') throw new Error(`it waits for ${waitingFor}`);
      const { waiting } = await takeover.curator.does(setRest, { ...which, resting: false });
      if (waiting !== 0) throw new Error('something still waits');
      await untilPostIs(weekend, postId, 'published');
      await mustBeOutOnce(weekend, text);
      return { value: undefined, by: 'posting-gateway', fact: 'post.published', detail: 'nobody asked why' };
    },
  );
}
