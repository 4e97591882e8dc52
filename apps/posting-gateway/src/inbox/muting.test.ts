import {
  confirmMute,
  listInbox,
  listMuted,
  listSetAside,
  muteWriter,
  type TakeoverId,
  unmuteWriter,
} from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CharityWithSandbox, GatewayWithSandbox } from '../rehearsal/gateway-with-sandbox.js';
import { PollMentions } from './poll-mentions.js';

const [pollMs, hourMs] = [60_000, 3_600_000];
let gateway: GatewayWithSandbox;
let polling: PollMentions;
let ahead = 0;

beforeAll(async () => {
  gateway = await GatewayWithSandbox.start({ MENTIONS_POLL_MS: String(pollMs) });
  polling = gateway.service.app.get(PollMentions);
  await polling.stop();
});
afterAll(() => gateway.stop());

async function look(ms = pollMs + 1): Promise<void> {
  ahead += ms;
  await gateway.postgres.shiftClock(ahead);
  await polling.round();
}

const writes = (charity: CharityWithSandbox, username: string, text: string) =>
  gateway.sandbox.control.followerPosts({ username, text: `@${charity.handle} ${text}` });

const lastWords = (mentions: readonly { readonly text: string }[]) =>
  mentions.map(({ text }) => text.split(' ').at(-1)).sort();

async function onAir(charity: CharityWithSandbox, opensInMs = -1_000, closesInMs = hourMs) {
  const takeoverId = await charity.schedule(opensInMs, closesInMs);
  return { charityId: charity.charityId, takeoverId };
}

async function begun(): Promise<
  [CharityWithSandbox, { charityId: CharityWithSandbox['charityId']; takeoverId: TakeoverId }]
> {
  const charity = await gateway.aCharity();
  await charity.connect();
  return [charity, await onAir(charity)];
}

/** The message of that text in an inbox. */
async function messageOf(
  charity: CharityWithSandbox,
  place: { charityId: CharityWithSandbox['charityId']; takeoverId: TakeoverId },
  word: string,
) {
  const { mentions } = await charity.succeed(listInbox, place, charity.asCurator);
  const found = mentions.find(({ text }) => text.endsWith(word));
  if (!found) throw new Error(`no message ends with ${word}`);
  return { ...place, mentionId: found.mentionId };
}

describe('muting somebody', () => {
  it('sets aside what they wrote and write, of nobody else, and can be undone', async () => {
    const [charity, place] = await begun();
    const { asCurator } = charity;
    writes(charity, 'loud', 'one');
    writes(charity, 'kind', 'two');
    await look();
    const message = await messageOf(charity, place, 'one');
    expect(await charity.succeed(muteWriter, message, asCurator)).toMatchObject({ setAside: 1 });
    writes(charity, 'loud', 'three');
    writes(charity, 'kind', 'four');
    await look();
    const shown = await charity.succeed(listInbox, place, asCurator);
    expect({ words: lastWords(shown.mentions), aside: shown.setAside }).toEqual({
      ...{ words: ['four', 'two'], aside: 2 },
    });
    const aside = await charity.succeed(listSetAside, place, asCurator);
    expect(aside.mentions.map(({ why }) => why)).toEqual(
      Array.from({ length: 2 }, () => ({ kinds: ['muted'], severity: 'low' })),
    );
    expect(await charity.succeed(listMuted, place, asCurator)).toMatchObject({
      muted: [{ mentionId: message.mentionId, from: 'loud', confirmedAt: null }],
    });
    await charity.succeed(unmuteWriter, message, asCurator);
    expect(lastWords((await charity.succeed(listInbox, place, asCurator)).mentions)).toEqual([
      ...['four', 'one', 'three', 'two'],
    ]);
  });

  it('leaves set aside what hurts for another reason', async () => {
    const [charity, place] = await begun();
    writes(charity, 'loud', 'one');
    writes(charity, 'loud', 'kill yourself');
    await look();
    const message = await messageOf(charity, place, 'one');
    await charity.succeed(muteWriter, message, charity.asCurator);
    await charity.succeed(unmuteWriter, message, charity.asCurator);
    const { mentions } = await charity.succeed(listSetAside, place, charity.asCurator);
    expect(mentions).toMatchObject([{ why: { severity: 'high' } }]);
    expect(mentions[0]?.why.kinds).not.toContain('muted');
  });

  it('ends with the takeover, unless the team confirms it', async () => {
    const [charity, place] = await begun();
    const { asCurator, asManager } = charity;
    for (const name of ['loud', 'louder']) writes(charity, name, name);
    await look();
    const [loud, louder] = [
      await messageOf(charity, place, 'loud'),
      await messageOf(charity, place, 'louder'),
    ];
    await charity.succeed(muteWriter, loud, asCurator);
    expect(await charity.call(confirmMute, louder, asManager)).toMatchObject({
      refusal: { code: 'notMuted' },
    });
    await charity.succeed(muteWriter, louder, asCurator);
    await charity.succeed(confirmMute, louder, asManager);
    expect(await charity.call(unmuteWriter, louder, asCurator)).toMatchObject({
      refusal: { code: 'confirmed' },
    });
    await look(hourMs);
    const next = await onAir(charity, -1_000, 8 * hourMs);
    for (const name of ['loud', 'louder']) writes(charity, name, `again ${name}`);
    await look();
    const { mentions, setAside } = await charity.succeed(listInbox, next, asCurator);
    expect({ from: mentions.map(({ from }) => from), setAside }).toEqual({ from: ['loud'], setAside: 1 });
  });
});
