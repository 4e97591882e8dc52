import {
  type CharityId,
  listInbox,
  listParked,
  listSetAside,
  lookAtMention,
  type MentionId,
  parkMention,
  setShield,
  type TakeoverId,
  viewMention,
  viewShield,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CharityWithSandbox, GatewayWithSandbox } from '../rehearsal/gateway-with-sandbox.js';
import { PollMentions } from './poll-mentions.js';

const hourMs = 3_600_000;
const pollMs = 60_000;
const mostAnHour = 520;
let gateway: GatewayWithSandbox;
let polling: PollMentions;
let ahead = 0;

beforeAll(async () => {
  gateway = await GatewayWithSandbox.start({
    MENTIONS_POLL_MS: String(pollMs),
    MENTIONS_MOST_AN_HOUR: String(mostAnHour),
  });
  polling = gateway.service.app.get(PollMentions);
  await polling.stop();
});

afterAll(async () => {
  await gateway.stop();
});

async function look(): Promise<void> {
  ahead += pollMs + 1;
  await gateway.postgres.shiftClock(ahead);
  await polling.round();
}

interface Inbox {
  readonly charityId: CharityId;
  readonly takeoverId: TakeoverId;
}

async function watched(): Promise<[CharityWithSandbox, Inbox]> {
  const charity = await gateway.aCharity();
  await charity.connect();
  const takeoverId = await charity.schedule(-1_000, 4 * hourMs);
  return [charity, { charityId: charity.charityId, takeoverId }];
}

const writes = (charity: CharityWithSandbox, username: string, text: string) =>
  gateway.sandbox.control.followerPosts({ username, text: `@${charity.handle} ${text}` });

const insults = ['kill yourself', 'you are a scrounger', 'shut up', 'nobody cares', 'send nudes'];

describe('what reaches a curator', () => {
  it('is none of a storm of 500 abusive messages, and each that was kind', async () => {
    const [charity, inbox] = await watched();
    for (let n = 0; n < 500; n += 1) {
      writes(charity, `troll${n}`, `${insults[n % insults.length]} ${n}`);
      if (n % 100 === 0)
        writes(charity, `kind${n}`, `You are not a burden, whatever they say. Hug number ${n}`);
    }
    await look();
    const seen = await charity.succeed(listInbox, inbox, charity.asCurator);
    expect(seen.mentions.map(({ from }) => from).sort()).toEqual([
      'kind0',
      'kind100',
      'kind200',
      'kind300',
      'kind400',
    ]);
    expect(seen.setAside).toBe(500);
  });

  it('is listed without words, page by page, each once, and opened one at a time', async () => {
    const [charity, inbox] = await watched();
    for (let n = 0; n < 5; n += 1) writes(charity, `troll${n}`, `kill yourself ${n}`);
    await look();
    const read: MentionId[] = [];
    for (let after: MentionId | null | undefined; after !== null; ) {
      const page = await charity.succeed(
        listSetAside,
        { ...inbox, limit: 2, after: after ?? undefined },
        charity.asCurator,
      );
      expect(JSON.stringify(page)).not.toContain('yourself');
      read.push(...page.mentions.map(({ mentionId }) => mentionId));
      after = page.next;
    }
    expect([read.length, new Set(read).size]).toEqual([5, 5]);
    for (const mentionId of read) {
      const one = await charity.succeed(viewMention, { ...inbox, mentionId }, charity.asCurator);
      expect(one.text).toContain('kill yourself');
      expect(one.why).toEqual({ kinds: ['threat'], severity: 'high' });
    }
  });

  it('S3: is spared the team too, until somebody looks, and is counted', async () => {
    const [charity, inbox] = await watched();
    writes(charity, 'troll', 'kill yourself');
    await look();
    const { mentions } = await charity.succeed(listSetAside, inbox, charity.asManager);
    const [{ mentionId } = { mentionId: newId<MentionId>() }] = mentions;
    const one = { ...inbox, mentionId };
    await charity.succeed(parkMention, { ...one, note: 'Please look at this' }, charity.asCurator);
    const asAnn = charity.asManager;
    expect(await charity.succeed(viewMention, one, asAnn)).toMatchObject({
      from: '',
      text: '',
      hidden: true,
    });
    const parked = await charity.succeed(listParked, { charityId: charity.charityId }, asAnn);
    expect(parked.parked).toMatchObject([{ from: '', text: '', hidden: true, note: '' }]);
    expect(await charity.succeed(lookAtMention, one, asAnn)).toMatchObject({
      from: 'troll',
      text: expect.stringContaining('kill'),
      exposure: { inLastDay: 1 },
    });
    expect(await charity.succeed(viewMention, one, asAnn)).toMatchObject({ from: 'troll', hidden: false });
  });

  it('is spared the words that a curator or the charity does not want to read, and accounts of yesterday', async () => {
    const [charity, inbox] = await watched();
    const { charityId } = charity;
    await charity.succeed(setShield, { charityId, mutedWords: ['miracle cure'] }, charity.asManager);
    await charity.succeed(
      setShield,
      { charityId, mutedWords: ['Pity'], newAccountDays: 3 },
      charity.asCurator,
    );
    writes(charity, 'seller', 'This MIRACLE  cure works');
    writes(charity, 'aunt', 'What a p\u0456ty');
    writes(charity, 'friend', 'No epitaphs please');
    const text = `@${charity.handle} Hello from a new account`;
    gateway.sandbox.control.followerPosts({ username: 'newcomer', text, accountAgeDays: 2 });
    gateway.sandbox.control.followerPosts({ username: 'settled', text, accountAgeDays: 4 });
    await look();
    const seen = await charity.succeed(listInbox, inbox, charity.asCurator);
    expect(seen.mentions.map(({ from }) => from).sort()).toEqual(['friend', 'settled']);
    const { mentions } = await charity.succeed(listSetAside, inbox, charity.asManager);
    expect(mentions.map(({ why }) => why.kinds).sort()).toEqual([
      ['mutedWord'],
      ['mutedWord'],
      ['newAccount'],
    ]);
    expect(await charity.succeed(viewShield, { charityId }, charity.asCurator)).toEqual({
      ...{ mutedWords: ['Pity'], newAccountDays: 3, messages: 'shown' },
    });
  });

  it('is nothing at all where they never want to look, not even how much there is', async () => {
    const [charity, inbox] = await watched();
    writes(charity, 'anna', 'Hello');
    writes(charity, 'troll', 'kill yourself');
    await look();
    const { charityId, asCurator } = charity;
    const none = { wanted: false, mentions: [], next: null, setAside: 0, parked: 0, arrival: null };
    await charity.succeed(setShield, { charityId, messages: 'never' }, asCurator);
    expect(await charity.succeed(listInbox, inbox, asCurator)).toEqual(none);
    expect(await charity.succeed(listSetAside, inbox, asCurator)).toMatchObject({ mentions: [] });
    expect(await charity.succeed(listInbox, inbox, charity.asManager)).toMatchObject({
      wanted: true,
      setAside: 1,
    });
    await charity.succeed(setShield, { charityId, messages: 'shown' }, asCurator);
    expect(await charity.succeed(listInbox, inbox, asCurator)).toMatchObject({
      mentions: [{ from: 'anna' }],
    });
  });

  it('is no flood and no copies, however they are spread over the looks', async () => {
    const [charity, inbox] = await watched();
    const copied = 'They are all only pretending to be ill, do not believe a word';
    for (let n = 0; n < 5; n += 1) {
      writes(charity, 'keen', `Question number ${n}, quick one`);
      if (n < 4) writes(charity, `copier${n}`, copied);
      await look();
    }
    writes(charity, 'keen', 'Six');
    await look();
    const { mentions } = await charity.succeed(listSetAside, inbox, charity.asManager);
    expect(mentions.map(({ why }) => why.kinds)).toEqual([['copies'], ['copies']]);
    for (let n = 0; n < 3; n += 1) writes(charity, 'keen', `Again ${n}`);
    await look();
    const after = await charity.succeed(listSetAside, inbox, charity.asManager);
    expect(after.mentions.map(({ why }) => why.kinds[0])).toEqual([
      ...['flood', 'flood', 'flood'],
      ...['copies', 'copies'],
    ]);
  });

  it('is no more in an hour than one person can read, page by page, each once', async () => {
    const [charity, inbox] = await watched();
    for (let n = 0; n < mostAnHour + 3; n += 1) writes(charity, `fan${n}`, `Good morning from number ${n}`);
    await look();
    await look();
    let seen = 0;
    for (let after: MentionId | null | undefined; after !== null; ) {
      const input = { ...inbox, limit: 200, after: after ?? undefined };
      const page = await charity.succeed(listInbox, input, charity.asCurator);
      seen += page.mentions.length;
      expect(page.setAside).toBe(3);
      after = page.next;
    }
    expect(seen).toBe(mostAnHour);
    const { mentions } = await charity.succeed(listSetAside, inbox, charity.asManager);
    expect(mentions.map(({ why }) => why.kinds)).toEqual([['storm'], ['storm'], ['storm']]);
  });

  it('T1: is for the takeover’s own curator and the team', async () => {
    const [charity, inbox] = await watched();
    writes(charity, 'anna', 'Hello');
    await look();
    const { mentions } = await charity.succeed(listInbox, inbox, charity.asCurator);
    const [mention] = mentions;
    if (!mention) throw new Error('empty');
    const one = { ...inbox, mentionId: mention.mentionId };
    const stranger = charity.asCuratorWith(newId());
    for (const refused of [
      await charity.call(listSetAside, inbox, stranger),
      await charity.call(viewMention, one, stranger),
    ]) {
      expect(refused).toMatchObject({ refusal: { code: 'notYours' } });
    }
    const unknown = { ...one, mentionId: newId<MentionId>() };
    expect(await charity.call(viewMention, unknown, charity.asCurator)).toMatchObject({
      refusal: { code: 'notFound' },
    });
    expect(await charity.succeed(viewMention, one, charity.asManager)).toMatchObject({
      text: `@${charity.handle} Hello`,
      why: null,
    });
  });
});
