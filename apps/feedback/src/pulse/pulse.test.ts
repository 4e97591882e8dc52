import { type Caller, type MemberId, pulseDays, retentionSet, type TakeoverId } from '@baton/contracts';
import { Vault } from '@baton/persistence';
import { newId, pulseCodeOf } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, type CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { newDevice, PulseOnStage } from '../rehearsal/follower-on-stage.js';
import { Stage } from '../rehearsal/stage.js';
import { EndPulses } from './end-pulses.js';

const dayMs = 86_400_000;
const anyone: Caller = { kind: 'anyone' };
let stage: Stage;
let charity: CharityOnStage;
beforeAll(async () => {
  stage = await Stage.open();
  charity = await stage.aCharity();
});
afterAll(() => stage.close());

const aPulse = () => PulseOnStage.of(stage, charity);

describe('the pulse of a takeover', () => {
  it('is open for a week from its end, and then says so kindly', async () => {
    const pulse = await aPulse();
    const { state, closesAt, figures } = await pulse.view();
    expect({ state, figures }).toEqual({ state: 'open', figures: null });
    const lastTicket = (await pulse.view()).ticket ?? '';
    await stage.passes(pulseDays * dayMs);
    expect(await pulse.view()).toMatchObject({ state: 'over', closesAt, ticket: null, figures: null });
    expect(await pulse.answer({ lessAlone: 'yes', ticket: lastTicket })).toMatchObject({
      refusal: { code: 'pulseOver' },
    });
  });

  it('is none of a takeover that never was, and none that nobody knows', async () => {
    const closed = await charity.closes(charity.aCurator(), { opened: false });
    for (const takeoverId of [closed.subject as TakeoverId, newId<TakeoverId>()]) {
      const code = pulseCodeOf(charity.charityId, takeoverId);
      expect(await stage.call('view-pulse', { code }, anyone)).toMatchObject({
        refusal: { code: 'notFound' },
      });
    }
  });

  it('counts what is tapped, and each question can be skipped', async () => {
    const pulse = await aPulse();
    await pulse.answer({ lessAlone: 'yes', learned: 'aLittle' });
    await pulse.answer({ lessAlone: 'no' });
    await pulse.answer({ learned: 'yes' });
    await pulse.answer({ words: 'Thank you for the weekend.' });
    expect(accepted(await pulse.answer({}))).toEqual({
      ...{ changed: false, mayNeedHelp: false, teamIsCalled: false },
    });
    expect((await pulse.sofar()).figures).toEqual({
      answered: 4,
      lessAlone: { yes: 1, aLittle: 0, no: 1 },
      learned: { yes: 1, aLittle: 1, no: 0 },
    });
  });

  it('shows its figures to everybody once it is over, where ten have answered, and not where nine have', async () => {
    const [nine, ten] = [await aPulse(), await aPulse()];
    for (const [pulse, answers] of [
      [nine, 9],
      [ten, 10],
    ] as const)
      for (let at = 0; at < answers; at += 1)
        await pulse.answer({ lessAlone: at < 7 ? 'yes' : 'aLittle' }, `198.51.${at}.0/24`);
    await stage.passes(pulseDays * dayMs);
    expect((await nine.view()).figures).toBeNull();
    expect((await ten.view()).figures).toMatchObject({
      answered: 10,
      lessAlone: { yes: 7, aLittle: 3, no: 0 },
    });
  });
});

describe('one answer a device', () => {
  it('is changed by the same device, as often as it likes', async () => {
    const pulse = await aPulse();
    const device = newDevice();
    await pulse.answer({ device, lessAlone: 'no', words: 'It bored us a little.' });
    expect(accepted(await pulse.answer({ device, lessAlone: 'yes' }))).toMatchObject({ changed: true });
    const { answered, lessAlone } = (await pulse.sofar()).figures;
    expect({ answered, lessAlone }).toEqual({ answered: 1, lessAlone: { yes: 1, aLittle: 0, no: 0 } });
    expect(await pulse.words()).toEqual([]);
  });

  it('is one for four people who share a phone, and four for four who share their Wi-Fi', async () => {
    const [onePhone, oneWiFi] = [await aPulse(), await aPulse()];
    const device = newDevice();
    for (let at = 0; at < 4; at += 1) {
      await onePhone.answer({ device, lessAlone: 'yes' });
      await oneWiFi.answer({ lessAlone: 'yes' });
    }
    expect((await onePhone.sofar()).figures.answered).toBe(1);
    expect((await oneWiFi.sofar()).figures.answered).toBe(4);
  });

  it('is the same answer when it is sent twice, and another device cannot use its ticket', async () => {
    const pulse = await aPulse();
    const sent = { ticket: await pulse.ticket(), device: newDevice(), lessAlone: 'yes' as const };
    await pulse.answer(sent);
    expect(await pulse.answer(sent)).toMatchObject({ ok: true });
    expect(await pulse.answer({ ...sent, device: newDevice() })).toMatchObject({
      refusal: { code: 'countedAlready' },
    });
    expect((await pulse.sofar()).figures.answered).toBe(1);
  });

  it('keeps what the same device adds with the same ticket: a browser’s Back button leads to it', async () => {
    const pulse = await aPulse();
    const sent = { ticket: await pulse.ticket(), device: newDevice(), lessAlone: 'no' as const };
    await pulse.answer(sent);
    const more = { ...sent, lessAlone: 'yes' as const, words: 'I thought about it again.' };
    expect(accepted(await pulse.answer(more))).toMatchObject({ changed: true });
    const { answered, lessAlone } = (await pulse.sofar()).figures;
    expect({ answered, lessAlone }).toEqual({ answered: 1, lessAlone: { yes: 1, aLittle: 0, no: 0 } });
    expect(await pulse.words()).toMatchObject([{ words: more.words }]);
  });

  it('does not spend the ticket of a form that was sent empty', async () => {
    const pulse = await aPulse();
    const ticket = await pulse.ticket();
    expect(accepted(await pulse.answer({ ticket }))).toMatchObject({ changed: false });
    await pulse.answer({ ticket, lessAlone: 'yes' });
    expect((await pulse.sofar()).figures.answered).toBe(1);
  });

  it('takes no ticket of another pulse, none that was made up, and none that is too fresh or too old', async () => {
    const [pulse, other] = [await aPulse(), await aPulse()];
    const of = async (ticket: string) => await pulse.answer({ ticket, lessAlone: 'yes' });
    expect(await of(await other.ticket())).toMatchObject({ refusal: { code: 'oldTicket' } });
    expect(await of('A'.repeat(46))).toMatchObject({ refusal: { code: 'oldTicket' } });
    expect(await of('')).toMatchObject({ refusal: { code: 'oldTicket' } });
    const fresh = (await pulse.view()).ticket ?? '';
    expect(await of(fresh)).toMatchObject({ refusal: { code: 'tooQuick' } });
    await stage.passes(dayMs + 60_000);
    expect(await of(fresh)).toMatchObject({ refusal: { code: 'oldTicket' } });
    expect((await pulse.sofar()).figures.answered).toBe(0);
  });

  it.each([
    ['a tap that is none', { lessAlone: 'very much' }],
    ['a hundred kilobytes', { words: 'x'.repeat(100_000) }],
    ['one character too many', { words: 'x'.repeat(281) }],
    ['a device that is too short to be one', { device: 'me' }],
    ['a code that is none', { code: 'UPPERCASE' }],
  ])('refuses %s', async (_what, said) => {
    const pulse = await aPulse();
    const input = { code: pulse.code, ticket: '', device: newDevice(), ...said };
    expect(await stage.call('answer-pulse', input as never, anyone)).toMatchObject({
      refusal: { code: 'badInput' },
    });
  });

  it('cannot be told to be of this device or network any more once the week is over', async () => {
    const pulse = await aPulse();
    await pulse.answer({ lessAlone: 'yes' });
    await stage.passes(pulseDays * dayMs);
    await stage.service.app.get(EndPulses).endDue();
    const kept = await stage.inCharity(charity.charityId, (tx) =>
      tx.query(
        `SELECT (SELECT count(*)::int FROM pulse_secret WHERE takeover_id = $1) AS secrets,
                (SELECT count(*)::int FROM pulse_ticket WHERE takeover_id = $1) AS tickets,
                (SELECT count(*)::int FROM pulse_network WHERE takeover_id = $1) AS networks,
                (SELECT count(*)::int FROM data_key WHERE owner = 'pulse:' || $1) AS keys`,
        [pulse.takeoverId],
      ),
    );
    expect(kept).toEqual([{ secrets: 0, tickets: 0, networks: 0, keys: 0 }]);
    expect((await pulse.sofar()).figures.answered).toBe(1);
  });
});

describe('a follower’s own words', () => {
  it('are sealed, shown to the team where nothing was found in them, and to nobody else until somebody says so', async () => {
    const pulse = await aPulse();
    await pulse.answer({ words: 'I laughed for the first time in weeks.' });
    expect(await pulse.words()).toMatchObject([
      { words: 'I laughed for the first time in weeks.', hidden: null, mayBeShown: false },
    ]);
    const [row] = await stage.inCharity(charity.charityId, (tx) =>
      tx.query<{ sealed: Buffer }>('SELECT sealed FROM pulse_words WHERE takeover_id = $1', [
        pulse.takeoverId,
      ]),
    );
    expect(row?.sealed.includes('laughed')).toBe(false);
  });

  it('are hidden where a check found something, until this one of the team looks; and may not be shown until somebody says so', async () => {
    const pulse = await aPulse();
    const words = 'Call me on 07700 900473, I am lonely too.';
    await pulse.answer({ words });
    const { charityId } = charity;
    const [hidden] = await pulse.words();
    expect(hidden).toMatchObject({ words: '', hidden: { kinds: ['contactDetails'] }, mayBeShown: false });
    const key = { charityId, takeoverId: pulse.takeoverId, answerId: hidden?.answerId ?? '' } as never;
    const show = { ...(key as object), mayBeShown: true } as never;
    expect(await stage.call('show-pulse-words', show, charity.manager)).toMatchObject({
      refusal: { code: 'lookFirst' },
    });
    expect(await stage.call('look-at-pulse-words', key, charity.manager)).toMatchObject({ value: { words } });
    expect(await stage.call('show-pulse-words', show, charity.manager)).toMatchObject({
      value: { mayBeShown: true },
    });
    const colleague = { ...charity.manager, memberId: newId<MemberId>() } as Caller;
    expect(await pulse.words(colleague)).toMatchObject([{ words: '', mayBeShown: true }]);
  });

  it('stand in the report of the takeover once somebody has said so, until they are changed', async () => {
    const { charityId } = charity;
    const curator = charity.aCurator();
    const takeoverId = newId<TakeoverId>();
    await charity.books(curator, takeoverId);
    const pulse = await PulseOnStage.of(stage, charity, curator, takeoverId);
    const inReport = async () =>
      accepted(await stage.call('report-takeover', { charityId, takeoverId }, charity.manager))
        .followersWords;
    const device = newDevice();
    await pulse.answer({ device, words: 'I laughed for the first time in weeks.' });
    await pulse.answer({ words: 'Nobody has judged this.' });
    expect(await inReport()).toEqual([]);
    for (const { answerId, words } of await pulse.words())
      if (words.includes('laughed')) {
        const show = { charityId, takeoverId, answerId, mayBeShown: true };
        accepted(await stage.call('show-pulse-words', show, charity.manager));
      }
    expect(await inReport()).toEqual(['I laughed for the first time in weeks.']);
    await pulse.answer({ device, words: 'Nothing.' });
    expect(await inReport()).toEqual([]);
  });

  it('go when they have been kept long enough; the figures stay', async () => {
    const pulse = await aPulse();
    await pulse.answer({ lessAlone: 'yes', words: 'It helped.' });
    const data = { declinedApplications: 180, curatorIdentities: 730, mentions: 90, draftsAndPictures: 90 };
    const set = (pulseWords: number, revision: number) =>
      stage.hears(retentionSet, charity.charityId, {
        ...{ subject: charity.charityId, revision },
        data: { ...data, pulseWords },
      });
    await stage.passes(pulseDays * dayMs);
    const ends = stage.service.app.get(EndPulses);
    await ends.endDue();
    await stage.passes(10 * dayMs);
    await ends.endDue();
    expect(await pulse.words()).toHaveLength(1);
    await set(7, 1);
    await ends.endDue();
    expect(await pulse.words()).toEqual([]);
    expect((await pulse.sofar()).figures.answered).toBe(1);
    await expect(
      stage.inCharity(charity.charityId, (tx) =>
        stage.service.app.get(Vault).open(tx, `pulse-words:${pulse.takeoverId}`, 'words', Buffer.alloc(40)),
      ),
    ).rejects.toThrow('shredded');
  });
});
