import {
  closeReport,
  listReported,
  lookAtMention,
  type MentionId,
  mentionReceived,
  mentionReported,
  type RequestOf,
  reportMention,
  wireTypeOf,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Inboxes, type OnAir } from '../rehearsal/inboxes.js';
import { markGone, markUnanswerable } from './mark-answered.js';

let inboxes: Inboxes;
beforeAll(async () => {
  inboxes = await Inboxes.open();
});
afterAll(() => inboxes.close());

const report = (
  { charity, place }: OnAir,
  mentionId: MentionId,
  more: Partial<RequestOf<typeof reportMention>> = {},
) =>
  charity.call(
    reportMention,
    { ...place, mentionId, reason: 'threat', note: 'Again', ...more },
    charity.asCurator,
  );

const reported = async ({ charity, place }: OnAir, more = {}) =>
  (await charity.succeed(listReported, { charityId: place.charityId, ...more }, charity.asManager)).reported;

describe('telling the team about a message', () => {
  it('takes it out of sight, calls them once, and shows it to them when they ask', async () => {
    const air = await inboxes.onAir();
    air.writes('See you on Sunday');
    await inboxes.look();
    const { mentionId } = await air.onlyOne();
    const heard = air.factsUntil(wireTypeOf(mentionReceived));
    expect(await report(air, mentionId)).toMatchObject({ ok: true });
    expect(await report(air, mentionId, { reason: 'harassment', note: 'Still' })).toMatchObject({
      ok: true,
    });
    expect(await air.inbox()).toMatchObject({ mentions: [], setAside: 1 });
    expect(await reported(air)).toMatchObject([
      {
        mentionId,
        reason: 'harassment',
        note: '',
        from: '',
        text: '',
        hidden: true,
        closed: null,
      },
    ]);
    const { charity, place } = air;
    const words = await charity.succeed(lookAtMention, { ...place, mentionId }, charity.asManager);
    expect(words).toMatchObject({ from: 'follower', text: expect.stringContaining('Sunday') });
    air.writes('Something else');
    await inboxes.look();
    const called = (await heard).filter(({ type }) => type === wireTypeOf(mentionReported));
    expect(called.map(({ data }) => data)).toEqual([
      { mentionId, takeoverId: place.takeoverId, reason: 'threat' },
    ]);
  });

  it('calls them once more where it turns out that somebody may be in danger', async () => {
    const air = await inboxes.onAir();
    air.writes('Goodnight all');
    await inboxes.look();
    const { mentionId } = await air.onlyOne();
    const heard = air.factsUntil(wireTypeOf(mentionReceived));
    for (const reason of ['other', 'inDanger', 'inDanger', 'threat'] as const)
      await report(air, mentionId, { reason });
    air.writes('Something else');
    await inboxes.look();
    const called = (await heard).filter(({ type }) => type === wireTypeOf(mentionReported));
    expect(called.map(({ data, revision }) => [revision, (data as { reason: string }).reason])).toEqual([
      [2, 'other'],
      [3, 'inDanger'],
    ]);
  });

  it('is kept while somebody has to see to it, though X has it no more', async () => {
    const air = await inboxes.onAir();
    const { id } = air.writes('See you at seven');
    await inboxes.look();
    const { mentionId } = await air.onlyOne();
    await report(air, mentionId);
    inboxes.gateway.sandbox.control.deletePost(id);
    const { charity, place } = air;
    await inboxes.gateway.database.inCharity(place.charityId, async (tx) => {
      await markUnanswerable(tx, mentionId);
      await markGone(tx, mentionId);
    });
    const look = () => charity.succeed(lookAtMention, { ...place, mentionId }, charity.asManager);
    expect((await look()).text).toContain('See you at seven');
    const done = { charityId: place.charityId, mentionId, outcome: 'reportedToX' as const };
    await charity.succeed(closeReport, done, charity.asManager);
    const [row] = await inboxes.gateway.database.inCharity(place.charityId, (tx) =>
      tx.query<{ bytes: number }>('SELECT length(sealed_words) AS bytes FROM mention WHERE mention_id = $1', [
        mentionId,
      ]),
    );
    expect(row).toEqual({ bytes: 0 });
  });

  it('stays until somebody says what was done, and not twice', async () => {
    const air = await inboxes.onAir();
    air.writes('I know your street');
    await inboxes.look();
    const { mentionId } = await air.onlyOne();
    const { charity, place } = air;
    const ann = charity.asManager;
    const close = (outcome: 'reportedToX' | 'nothing') =>
      charity.call(closeReport, { charityId: place.charityId, mentionId, outcome }, ann);
    expect(await close('nothing')).toMatchObject({ refusal: { code: 'notReported' } });
    await report(air, mentionId);
    expect(await close('reportedToX')).toMatchObject({ ok: true });
    expect(await close('reportedToX')).toMatchObject({ ok: true });
    expect(await close('nothing')).toMatchObject({ refusal: { code: 'closedAlready' } });
    expect(await reported(air)).toEqual([]);
    expect(await reported(air, { closed: 'true' })).toMatchObject([
      { mentionId, closed: { outcome: 'reportedToX' } },
    ]);
    expect(await report(air, mentionId)).toMatchObject({ refusal: { code: 'seenToAlready' } });
    const nowhere = { ...place, mentionId: newId<MentionId>(), reason: 'spam' as const };
    expect(await charity.call(reportMention, nowhere, charity.asCurator)).toMatchObject({
      refusal: { code: 'notFound' },
    });
  });
});
