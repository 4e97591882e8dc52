import {
  closeFollowUp,
  decidePost,
  editPost,
  listAlerts,
  listFollowUps,
  listReviewQueue,
  type PostId,
  proposeEdit,
  submitPosts,
  takeAlert,
  viewProposal,
  withdrawPost,
} from '@baton/contracts';
import { textsMailed } from '../people.js';
import { fresh } from '../story-world.js';
import { waitFor } from '../wait-for.js';
import { mustBeOutOnce, send, statusOf, timesOut, untilPostIs, type Weekend } from './posting.js';

/** What a check holds, what the team makes of it, and who is helped. */
export async function heldAndHelped(weekend: Weekend): Promise<void> {
  await heldPost(weekend);
  await suggestedWords(weekend);
  await surname(weekend);
  await despair(weekend);
}

async function heldPost(weekend: Weekend): Promise<void> {
  const { charity, takeover, stage } = weekend;
  const { charityId } = charity;
  const text = `Write to me after Monday if you like: ${takeover.identity.email}`;
  const postId = await stage.tell.step('A post with the curator’s own e-mail address is held', async () => {
    const id = await send(weekend, text);
    await untilPostIs(weekend, id, 'held');
    const { findings } = await statusOf(weekend, id);
    await stage.facts.hear('post.held', { postId: id }, 20_000);
    return { value: id, by: 'posting-gateway', fact: 'post.held', detail: `“${findings[0]?.explanation}”` };
  });
  await stage.tell.step('The manager declines it with a reason, which the curator sees', async () => {
    const { held } = await charity.manager.does(listReviewQueue, { charityId });
    const seen = held.find((post) => post.postId === postId);
    if (!seen) throw new Error('it is not in the review queue');
    const { edition } = seen;
    const reason = `Lovely thought! But ${takeover.identity.email} would let strangers find you, so let us keep it safe.`;
    await charity.manager.does(decidePost, { charityId, postId, verdict: 'decline', edition, reason });
    const declined = await untilPostIs(weekend, postId, 'declined');
    const out = await stage.x.postsOf(charity.handle);
    if (out.some((post) => post.text.includes('@example.org'))) throw new Error('it is out all the same');
    if (declined.reason !== reason) throw new Error(`the curator reads “${declined.reason}”`);
    const detail = 'the reason names the address; it is sealed like the post';
    return { value: undefined, by: 'posting-gateway', fact: 'post.decided', detail };
  });
}

async function surname(weekend: Weekend): Promise<void> {
  const { charity, takeover, stage } = weekend;
  const { charityId } = charity;
  const [, family = ''] = takeover.identity.name.split(/[\s-]/);
  const text = `Good night from ${[...family].join(' ')}`;
  await stage.tell.step(
    'A post with their surname, letter by letter, is held: nobody here can read it',
    async () => {
      const postId = await send(weekend, text);
      await untilPostIs(weekend, postId, 'held');
      const [finding] = (await statusOf(weekend, postId)).findings;
      if (finding?.check !== 'ownIdentity') throw new Error(`it was held for ${finding?.check}`);
      await takeover.curator.does(withdrawPost, { charityId, postId });
      await untilPostIs(weekend, postId, 'withdrawn');
      const detail = `“${finding.explanation}” They take it back`;
      return { value: undefined, by: 'posting-gateway', detail };
    },
  );
}

async function despair(weekend: Weekend): Promise<void> {
  const { charity, takeover, stage } = weekend;
  const { charityId, manager, moderator } = charity;
  const postId = await stage.tell.step(
    'Words of despair wait, and show where to find help at once',
    async () => {
      const posts = [{ postId: fresh<PostId>(), text: 'Bad night. I don’t want to be here any more.' }];
      const { takeoverId } = takeover;
      const answer = await takeover.curator.does(submitPosts, { charityId, takeoverId, posts });
      const [post] = answer.posts;
      if (post?.status.state !== 'held') throw new Error(`the post is ${post?.status.state}`);
      const [help] = post.signposting;
      if (!help) throw new Error('no help was shown');
      await stage.facts.hear('crisis.noticed', { postId: post.postId }, 20_000);
      const detail = `in the very answer: ${help.name}, ${help.call ?? help.web}`;
      return { value: post.postId, by: 'posting-gateway', fact: 'crisis.noticed', detail };
    },
  );
  await stage.tell.step('The moderator on call is told by mail, and says “I see to it”', async () => {
    await waitFor('the call in the moderator’s mail', 20_000, async () => {
      const mails = await textsMailed(stage.system, charity.moderatorEmail);
      return mails.find((text) => text.includes('may be in distress'));
    });
    const { alerts } = await moderator.does(listAlerts, { charityId });
    const alert = alerts.find(({ reason, takenBy }) => reason === 'crisis' && takenBy === null);
    if (!alert) throw new Error('there is no such call');
    await moderator.does(takeAlert, { charityId, alertId: alert.alertId });
    return { value: undefined, by: 'api-gateway', detail: 'everybody reads that somebody does' };
  });
  await stage.tell.step('The team is called by mail, sees to them, and says what was done', async () => {
    await waitFor('the call in the mail', 20_000, async () => {
      const mails = await textsMailed(stage.system, charity.managerEmail);
      return mails.find((text) => text.includes('may be in distress'));
    });
    const { followUps } = await manager.does(listFollowUps, { charityId });
    const open = followUps.find(({ post }) => post?.postId === postId);
    if (!open) throw new Error('they are not on the list');
    const done = { outcome: 'spokeWithThem', note: 'Rang; a friend is with them.' } as const;
    await manager.does(closeFollowUp, { charityId, followUpId: open.followUpId, ...done });
    await takeover.curator.does(withdrawPost, { charityId, postId });
    return { value: undefined, by: 'posting-gateway', detail: 'the mail names nobody; the note is sealed' };
  });
}

async function suggestedWords(weekend: Weekend): Promise<void> {
  const { charity, takeover, stage } = weekend;
  const { charityId, manager } = charity;
  const risky = 'Stuck? Ring my nurse Ann in Leeds, she is lovely: 0113 496 0123';
  const safe = 'Stuck? Ring your MS nurse. Mine is lovely, and yours may be too.';
  const postId = await stage.tell.step(
    'A post with a telephone number waits; the manager suggests other words',
    async () => {
      const id = await send(weekend, risky);
      await untilPostIs(weekend, id, 'held');
      const { held } = await manager.does(listReviewQueue, { charityId });
      const seen = held.find((post) => post.postId === id);
      if (!seen) throw new Error('it is not in the review queue');
      const note = 'Let us keep her number off the internet.';
      await manager.does(proposeEdit, { charityId, postId: id, edition: seen.edition, text: safe, note });
      return { value: id, by: 'posting-gateway', fact: 'post.held', detail: `“${note}”` };
    },
  );
  await stage.tell.step('The curator reads the suggestion, takes it, and it goes', async () => {
    const { proposal } = await takeover.curator.does(viewProposal, { charityId, postId });
    if (proposal?.after !== safe) throw new Error(`they read “${proposal?.after}”`);
    const { edits } = await statusOf(weekend, postId);
    await takeover.curator.does(editPost, { charityId, postId, basedOn: edits, text: proposal.after });
    await untilPostIs(weekend, postId, 'published');
    await mustBeOutOnce(weekend, safe);
    if ((await timesOut(weekend, risky)) > 0) throw new Error('the number is out');
    return { value: undefined, by: 'posting-gateway', fact: 'post.published', detail: `“${safe}”` };
  });
}
