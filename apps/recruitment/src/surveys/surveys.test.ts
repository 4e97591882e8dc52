import { createHash } from 'node:crypto';
import {
  type ConsentChannel,
  Envelope,
  type SurveyId,
  type SurveyWave,
  surveyAnswered,
  surveyOpened,
  type TakeoverId,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage, type CuratorOnStage } from '../rehearsal/charity-on-stage.js';
import { takeoverClosedOf, takeoverOpenedOf } from '../rehearsal/facts-of-others.js';
import { searchEverywhere } from '../rehearsal/search-everywhere.js';
import { Stage } from '../rehearsal/stage.js';

const dayMs = 86_400_000;
const link = /https:\/\/baton\.example\/c\/shine-ms\/survey\?token=([\w-]{43})(&language=cy)?$/m;

describe('mails about a survey', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  let robin: CuratorOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  beforeEach(async () => {
    charity = await stage.aCharity();
    robin = await charity.aCurator();
    accepted(await charity.agree(robin, await charity.agreement()));
    await charity.mailsTo(robin.email);
  });
  afterEach(() => stage.database.shiftClock(0));
  afterAll(() => stage.close());

  const about = (wave: SurveyWave) => ({
    surveyId: newId<SurveyId>(),
    takeoverId: wave === 'before' ? null : newId<TakeoverId>(),
    curatorId: robin.curatorId,
    wave,
  });
  const asks = async (wave: SurveyWave) => {
    const data = about(wave);
    const fact = { subject: data.surveyId, revision: 1, data: { ...data, closesAt: null } };
    await stage.hears(surveyOpened, charity.charityId, fact);
    return data;
  };
  const subjects = async () => (await mails()).map(({ subject }) => subject);
  const mails = async () => (await charity.mailsTo(robin.email)).filter(({ text }) => link.test(text));
  const isReminded = async () => {
    await stage.database.shiftClock(5 * dayMs);
    return (await subjects()).some((subject) => subject.startsWith('Your questions are still open'));
  };
  const takesBack = async (channel: ConsentChannel) =>
    accepted(
      await stage.call(
        'withdraw-consent',
        { charityId: charity.charityId, channel, pastPosts: 'keep' },
        robin.caller,
      ),
    );

  it.each([
    ['before', 'A few questions before you begin'],
    ['after', 'How was it'],
    ['fourWeeks', 'Four weeks on'],
  ] as const)(
    'ask %s a takeover with a link of their own, and feedback knows only its hash',
    async (wave, start) => {
      const { surveyId, curatorId } = await asks(wave);
      const [mail, ...more] = await mails();
      expect(more).toEqual([]);
      expect(mail?.subject.startsWith(start)).toBe(true);
      const [, token = ''] = link.exec(String(mail?.text)) ?? [];
      const rows = await stage.inCharity(charity.charityId, (tx) =>
        tx.query<{ envelope: string }>('SELECT envelope FROM outbox ORDER BY id DESC LIMIT 20'),
      );
      const told = rows
        .map(({ envelope }) => Envelope.parse(JSON.parse(envelope)))
        .filter(({ type }) => type === 'baton.survey.link-mailed.v1');
      const tokenHash = createHash('sha256').update(token).digest('hex');
      expect(told).toMatchObject([{ subject: surveyId, data: { surveyId, curatorId, tokenHash } }]);
      expect((await searchEverywhere(stage, [token])).foundIn).toEqual([]);
    },
  );

  it('remind once, after four days, with the same link', async () => {
    await asks('after');
    expect(await isReminded()).toBe(true);
    const found = await mails();
    expect(found).toHaveLength(2);
    expect(new Set(found.map(({ text }) => link.exec(text)?.[1])).size).toBe(1);
    await stage.database.shiftClock(13 * dayMs);
    expect(await mails()).toHaveLength(2);
  });

  it('remind nobody who has answered', async () => {
    const data = await asks('after');
    await mails();
    await stage.hears(surveyAnswered, charity.charityId, { subject: data.surveyId, revision: 2, data });
    expect(await isReminded()).toBe(false);
  });

  it('remind nobody who wants no mails beyond what their part needs, and ask them all the same', async () => {
    await charity.consent(robin, 'contact');
    await takesBack('contact');
    await asks('after');
    expect(await isReminded()).toBe(false);
    expect(await mails()).toHaveLength(1);
  });

  it('P4: ask nobody anything who has taken back their consent', async () => {
    await asks('fourWeeks');
    await takesBack('posting');
    await asks('after');
    expect(await mails()).toEqual([]);
    expect(await isReminded()).toBe(false);
  });

  it('remind nobody of what came before a weekend once it has begun', async () => {
    await asks('before');
    await mails();
    await stage.hears(...takeoverOpenedOf(charity.charityId, robin.curatorId, newId<TakeoverId>()));
    expect(await isReminded()).toBe(false);
  });

  it('ask before another weekend whoever has had one, and remind them until it begins', async () => {
    const [first, second] = [newId<TakeoverId>(), newId<TakeoverId>()];
    await stage.hears(...takeoverOpenedOf(charity.charityId, robin.curatorId, first));
    await asks('before');
    expect(await mails()).toHaveLength(1);
    await stage.hears(...takeoverClosedOf(charity.charityId, robin.curatorId, first));
    expect(await isReminded()).toBe(true);
    await stage.database.shiftClock(0);
    await asks('before');
    await mails();
    await stage.hears(...takeoverOpenedOf(charity.charityId, robin.curatorId, second));
    const sent = (await mails()).length;
    await isReminded();
    expect(await mails()).toHaveLength(sent);
  });

  it('ask nobody who has answered before it was heard that they are asked', async () => {
    const data = about('after');
    await stage.hears(surveyAnswered, charity.charityId, { subject: data.surveyId, revision: 2, data });
    const asked = { subject: data.surveyId, revision: 1, data: { ...data, closesAt: null } };
    await stage.hears(surveyOpened, charity.charityId, asked);
    expect(await mails()).toEqual([]);
    expect(await isReminded()).toBe(false);
  });

  it('ask nobody how they are before a weekend that has begun meanwhile', async () => {
    const data = about('before');
    const time = new Date(Date.now() - dayMs);
    await stage.hears(...takeoverOpenedOf(charity.charityId, robin.curatorId, newId<TakeoverId>()));
    const asked = { time, subject: data.surveyId, revision: 1, data: { ...data, closesAt: null } };
    await stage.hears(surveyOpened, charity.charityId, asked);
    expect(await mails()).toEqual([]);
  });

  it('are in Welsh for whoever reads Welsh, and lead to Welsh questions', async () => {
    const wishes = { charityId: charity.charityId, language: 'cy', discreet: false } as const;
    accepted(await stage.call('set-mail-wishes', wishes, robin.caller));
    await asks('after');
    const [mail] = await mails();
    expect(mail?.subject.startsWith('Sut oedd hi')).toBe(true);
    expect(mail?.text).toContain('&language=cy');
  });
});
