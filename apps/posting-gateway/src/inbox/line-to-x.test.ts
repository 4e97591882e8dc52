import { type FaultProxy, faultProxy } from '@baton/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Inboxes } from '../rehearsal/inboxes.js';

let line: FaultProxy;
let inboxes: Inboxes;

beforeAll(async () => {
  inboxes = await Inboxes.open({}, async (origin) => {
    line = await faultProxy(origin);
    return new URL(line.url).origin;
  });
});
afterAll(async () => {
  await inboxes.close();
  await line.close();
});

describe('R8: the line on which messages come', () => {
  it('is known to be dead within 15 seconds though nobody hung up, and all that was written meanwhile comes after', async () => {
    const onAir = await inboxes.onAir();
    await inboxes.look();
    line.blackHole();
    onAir.writes('One');
    const begun = performance.now();
    await inboxes.look();
    expect(performance.now() - begun).toBeLessThan(15_000);
    expect((await onAir.inbox()).mentions).toEqual([]);
    onAir.writes('Two');
    line.pass();
    await inboxes.look();
    const { mentions } = await onAir.inbox();
    expect(mentions.map(({ text }) => text.split(' ').at(-1))).toEqual(['Two', 'One']);
  }, 60_000);

  it('is tried again for ever, and nothing that came before it went comes twice', async () => {
    const onAir = await inboxes.onAir();
    onAir.writes('One');
    await inboxes.look();
    line.cut();
    for (let tries = 0; tries < 20; tries += 1) await inboxes.look();
    onAir.writes('Two');
    line.pass();
    await inboxes.look();
    expect((await onAir.inbox()).mentions).toHaveLength(2);
  }, 60_000);
});
