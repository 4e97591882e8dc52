import { createHash } from 'node:crypto';
import {
  closeFollowUp,
  decidePost,
  listFollowUps,
  listInbox,
  listReviewQueue,
  type PostId,
  submitPosts,
  withdrawPost,
} from '@baton/contracts';
import { textsMailed } from '../people.js';
import { photoSecrets, takePhoto } from '../photo.js';
import { fresh } from '../story-world.js';
import { waitFor } from '../wait-for.js';
import { mustBeOutOnce, send, sendAll, statusOf, untilPostIs, upload, type Weekend } from './posting.js';

/** The curator posts: plain, a thread, a photo, something that is held, and a reply. */
export async function aWeekendOfPosts(weekend: Weekend): Promise<void> {
  weekend.stage.tell.act(4, 'The curator has the account');
  await plainPost(weekend);
  await thread(weekend);
  await photo(weekend);
  await heldPost(weekend);
  await surname(weekend);
  await despair(weekend);
  await reply(weekend);
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
  const { charityId, manager } = charity;
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

async function reply(weekend: Weekend): Promise<void> {
  const { charity, takeover, stage } = weekend;
  const { charityId } = charity;
  const answer = 'A cooling vest and cold grapes. Anyone else?';
  const asked = await stage.tell.step('A follower asks something; it reaches the inbox', async () => {
    const xPostId = await stage.x.followerPosts(
      'jo_with_ms',
      `@${charity.handle} how do you get through hot days?`,
    );
    const mention = await waitFor('the mention in the inbox', 30_000, async () => {
      const { mentions } = await takeover.curator.does(listInbox, {
        charityId,
        takeoverId: takeover.takeoverId,
      });
      return mentions.find(({ text }) => text.includes('hot days'));
    });
    return {
      value: { mention, xPostId },
      by: 'posting-gateway',
      fact: 'mention.received',
      detail: `@${mention.from}: “${mention.text}”`,
    };
  });
  await stage.tell.step('The curator answers it', async () => {
    const postId = fresh<PostId>();
    await takeover.curator.does(submitPosts, {
      charityId,
      takeoverId: takeover.takeoverId,
      posts: [{ postId, text: answer }],
      inReplyTo: asked.mention.mentionId,
    });
    await untilPostIs(weekend, postId, 'published');
    const out = (await stage.x.postsOf(charity.handle)).find((post) => post.text.endsWith(answer));
    if (out?.inReplyTo !== asked.xPostId) throw new Error('it is not a reply to the follower');
    return { value: undefined, by: 'posting-gateway', fact: 'post.published' };
  });
}
