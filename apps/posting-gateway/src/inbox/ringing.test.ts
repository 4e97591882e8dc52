import { ringInbox } from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Inboxes, type OnAir } from '../rehearsal/inboxes.js';

const gatewayItself = { kind: 'service', service: 'api-gateway' } as const;
let inboxes: Inboxes;

beforeAll(async () => {
  inboxes = await Inboxes.open();
});
afterAll(() => inboxes.close());

const xUserIdOf = ({ charity }: OnAir): string =>
  inboxes.gateway.sandbox.control.accounts().find(({ username }) => username === charity.handle)?.id ?? '';

const ring = (xUserId: string) => inboxes.gateway.service.call(ringInbox, { xUserId }, gatewayItself);

const looks = ({ charity }: OnAir): number =>
  inboxes.gateway.sandbox.control
    .requests()
    .filter(({ route, username }) => route === '/2/users/:id/mentions' && username === charity.handle).length;

describe('X’s bell', () => {
  it('has Baton look within seconds for what came, once however often it rings', async () => {
    const onAir = await inboxes.onAir();
    await inboxes.look();
    onAir.writes('Are you there?');
    await inboxes.pass(6_000);
    await Promise.all([1, 2, 3, 4].map(() => ring(xUserIdOf(onAir))));
    await inboxes.look(0);
    await inboxes.look(0);
    expect(looks(onAir)).toBe(2);
    expect((await onAir.onlyOne()).text).toContain('Are you there?');
    expect((await onAir.inbox()).arrival?.words).toContain('at once');
  });

  it('brings nobody else’s messages, and does no harm for an account that nobody knows', async () => {
    const [one, other] = [await inboxes.onAir(), await inboxes.onAir()];
    await inboxes.look();
    other.writes('For the other');
    await inboxes.pass(6_000);
    await ring(xUserIdOf(one));
    expect(await ring('1')).toMatchObject({ ok: true });
    await inboxes.look(0);
    expect([looks(one), looks(other)]).toEqual([2, 1]);
    expect((await other.inbox()).mentions).toEqual([]);
  });

  it('R8: silent while messages come, it is not relied on any more', async () => {
    const onAir = await inboxes.onAir();
    await inboxes.look();
    onAir.writes('With the bell');
    await inboxes.pass(6_000);
    await ring(xUserIdOf(onAir));
    await inboxes.look(0);
    onAir.writes('Without it');
    await inboxes.look(5 * 60_001);
    const { mentions, arrival } = await onAir.inbox();
    expect(mentions).toHaveLength(2);
    expect(arrival?.words).toBe('New messages come in by themselves.');
    onAir.writes('As before');
    await inboxes.look();
    expect((await onAir.inbox()).mentions).toHaveLength(3);
  });

  it('T1: is for the gateway alone', async () => {
    const onAir = await inboxes.onAir();
    for (const caller of [
      onAir.charity.asSureManager,
      onAir.charity.asCurator,
      { kind: 'anyone' } as const,
    ]) {
      const input = { xUserId: xUserIdOf(onAir) };
      expect((await inboxes.gateway.service.call(ringInbox, input, caller)).ok).toBe(false);
    }
  });
});
