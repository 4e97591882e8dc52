import {
  listParked,
  type PostId,
  parkMention,
  seeToParked,
  submitPosts,
  unparkMention,
  viewMention,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Inboxes } from '../rehearsal/inboxes.js';

let inboxes: Inboxes;
beforeAll(async () => {
  inboxes = await Inboxes.open();
});
afterAll(() => inboxes.close());

describe('a message in the inbox', () => {
  it('tells which post it answers, and the one its conversation began with', async () => {
    const air = await inboxes.onAir();
    const postId = await air.posts('What helps you sleep?', 'published');
    const [ours] = inboxes.gateway.sandbox.control.posts(air.charity.handle);
    if (!ours) throw new Error('nothing is out');
    const first = air.writes('A cool room', ours.id);
    air.writes('And no telephone', first.id);
    air.writes('Good morning');
    await inboxes.look();
    const { mentions } = await air.inbox();
    const threads = Object.fromEntries(
      mentions.map(({ text, inReplyTo }) => [text.split(' ').at(-1), inReplyTo]),
    );
    expect(threads).toEqual({ room: postId, telephone: postId, morning: null });
  });

  it('cannot be answered once X has refused an answer, and the next is refused before it is sent', async () => {
    const air = await inboxes.onAir();
    const theirs = air.writes('Hello?');
    await inboxes.look();
    const { mentionId, ...before } = await air.onlyOne();
    expect(before).toMatchObject({ canReply: true, whyNot: null });
    inboxes.gateway.sandbox.control.deletePost(theirs.id);
    await air.posts('Hello to you', 'rejected', mentionId);
    expect(await air.onlyOne()).toMatchObject({
      canReply: false,
      whyNot: expect.stringContaining('does not show this message any more'),
    });
    const again = { ...air.place, posts: [{ postId: newId<PostId>(), text: 'Again' }], inReplyTo: mentionId };
    expect(await air.charity.call(submitPosts, again, air.charity.asCurator)).toMatchObject({
      refusal: { code: 'cannotReply' },
    });
  });
});

describe('a parked message', () => {
  it('is gone from the inbox with one step, waits for the team with its words, and ends when they have seen to it', async () => {
    const air = await inboxes.onAir();
    const { asCurator, asManager, charityId } = air.charity;
    const theirs = air.writes('Do you have a leaflet?');
    await inboxes.look();
    const { mentionId } = await air.onlyOne();
    await air.charity.succeed(
      parkMention,
      { ...air.place, mentionId, note: 'For the office, please' },
      asCurator,
    );
    expect(await air.inbox()).toMatchObject({ mentions: [], parked: 1 });
    const { parked, waiting } = await air.charity.succeed(listParked, { charityId }, asManager);
    expect({ waiting, parked }).toMatchObject({
      waiting: 1,
      parked: [
        {
          ...{ mentionId, from: 'follower', note: 'For the office, please' },
          text: expect.stringContaining('a leaflet?'),
          url: expect.stringContaining(theirs.id),
        },
      ],
    });
    const seen = await air.charity.succeed(seeToParked, { charityId, mentionId }, asManager);
    expect(await air.charity.succeed(seeToParked, { charityId, mentionId }, asManager)).toEqual(seen);
    expect(await air.charity.succeed(listParked, { charityId }, asManager)).toMatchObject({ waiting: 0 });
    expect(await air.charity.call(unparkMention, { ...air.place, mentionId }, asCurator)).toMatchObject({
      refusal: { code: 'seenToAlready' },
    });
  });

  it('comes back to its curator, with nothing left for the team', async () => {
    const air = await inboxes.onAir();
    const { asCurator, asManager, charityId } = air.charity;
    air.writes('Do you have a leaflet?');
    await inboxes.look();
    const { mentionId } = await air.onlyOne();
    await air.charity.succeed(parkMention, { ...air.place, mentionId }, asCurator);
    await air.charity.succeed(unparkMention, { ...air.place, mentionId }, asCurator);
    expect(await air.onlyOne()).toMatchObject({ mentionId });
    expect(await air.charity.call(seeToParked, { charityId, mentionId }, asManager)).toMatchObject({
      refusal: { code: 'notParked' },
    });
    expect(await air.charity.succeed(viewMention, { ...air.place, mentionId }, asCurator)).toMatchObject({
      why: null,
    });
  });
});

describe('a message that its writer has deleted', () => {
  it('is found out when it is answered; then its words are gone here too, and it says so', async () => {
    const air = await inboxes.onAir();
    const theirs = air.writes('canary regret');
    await inboxes.look();
    const { mentionId } = await air.onlyOne();
    inboxes.gateway.sandbox.control.deletePost(theirs.id);
    await air.posts('Hello to you', 'rejected', mentionId);
    expect(await air.onlyOne()).toMatchObject({
      ...{ mentionId, gone: true, from: '', text: '', canReply: false },
      whyNot: expect.stringContaining('does not show this message any more'),
    });
  });
});

describe('a message in an inbox of the past', () => {
  it('tells before anything is typed that the takeover is over', async () => {
    const air = await inboxes.onAir();
    air.writes('Hello?');
    await inboxes.look();
    await inboxes.pass(5 * 3_600_000);
    expect(await air.onlyOne()).toMatchObject({
      canReply: false,
      whyNot: 'Your takeover is over. You can leave this to the team.',
    });
  });
});
