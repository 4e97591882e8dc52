import { describe, expect, it } from '@jest/globals';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { testNats } from './test-nats.js';

const connected = async (url: string) => connect({ servers: new URL(url).host, reconnect: false });

describe('a test’s own nats-server', () => {
  it('keeps what it was given, after a kill and a restart on the same port', async () => {
    const nats = await testNats();
    const before = await connected(nats.url);
    await (await jetstreamManager(before)).streams.add({ name: 'LAMPS', subjects: ['lamps.>'] });
    await jetstream(before).publish('lamps.red', 'on');
    await nats.kill();
    await before.closed();
    await nats.restart();
    const after = await connected(nats.url);
    const { state } = await (await jetstreamManager(after)).streams.info('LAMPS');
    expect(state.messages).toBe(1);
    await after.close();
    await nats.stop();
  });

  it('refuses connections once it is stopped', async () => {
    const nats = await testNats();
    await nats.stop();
    await expect(connected(nats.url)).rejects.toThrow();
  });
});
