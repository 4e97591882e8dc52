import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { isAlive, startFromAKilledProcess } from '../rehearsal/killed-starter.js';
import { scratchFolder } from '../rehearsal/scratch-folder.js';
import { startNatsServer } from './start-nats-server.js';

async function connected(url: string): Promise<NatsConnection> {
  const { host, username, password } = new URL(url);
  return connect({ servers: host, user: username, pass: password, reconnect: false });
}

describe('a nats-server of our own', () => {
  let folder: Awaited<ReturnType<typeof scratchFolder>>;
  beforeEach(async () => {
    folder = await scratchFolder();
  });
  afterEach(() => folder.remove());

  it('comes back after kill -9 at the same address with what was acknowledged', async () => {
    const nats = await startNatsServer({ dataDir: folder.path });
    const before = await connected(nats.url);
    await (await jetstreamManager(before)).streams.add({ name: 'LAMPS', subjects: ['lamps.>'] });
    await jetstream(before).publish('lamps.red', 'on');
    await nats.kill9();
    await nats.restart();
    const after = await connected(nats.url);
    const { state } = await (await jetstreamManager(after)).streams.info('LAMPS');
    expect(state.messages).toBe(1);
    await after.close();
    await nats.stop();
    expect(isAlive(nats.pid)).toBe(false);
  });

  it('lets nobody in without the password', async () => {
    const nats = await startNatsServer({ dataDir: folder.path });
    const { host } = new URL(nats.url);
    await expect(connect({ servers: host, reconnect: false })).rejects.toThrow(/authorization/i);
    await nats.stop();
  });

  it('gives an analyst one feed to read, and nothing else', async () => {
    const feed = { stream: 'FEED', durable: 'analyst_one' };
    const nats = await startNatsServer({ dataDir: folder.path, analysts: [feed] });
    const services = await connected(nats.url);
    const manager = await jetstreamManager(services);
    await manager.streams.add({ name: 'FEED', subjects: ['feed.>'] });
    for (const durable_name of ['analyst_one', 'analyst_two']) {
      await manager.consumers.add('FEED', { durable_name, ack_policy: 'explicit' });
    }
    await jetstream(services).publish('feed.answer', 'seven');

    const analyst = await connected(nats.analystUrls['analyst_one'] ?? '');
    const next = '$JS.API.CONSUMER.MSG.NEXT.FEED';
    const message = await analyst.request(`${next}.analyst_one`, '{"batch":1}', {
      timeout: 2_000,
      noMux: true,
    });
    expect(message.string()).toBe('seven');
    await analyst.request(message.reply ?? '', '', { timeout: 2_000 });
    expect((await manager.consumers.info('FEED', 'analyst_one')).num_ack_pending).toBe(0);

    analyst.publish('feed.answer', 'forged');
    const elsewhere = [`${next}.analyst_two`, '$JS.API.STREAM.MSG.GET.FEED', '$JS.API.STREAM.PURGE.FEED'];
    const answers = await Promise.allSettled(
      elsewhere.map((subject) => analyst.request(subject, '{"seq":1}', { timeout: 500 })),
    );
    const told = answers.map((answer) => (answer.status === 'fulfilled' ? answer.value.string() : 'nothing'));
    expect(told.filter((text) => text !== 'nothing' && !text.includes('not enabled'))).toEqual([]);
    expect((await manager.consumers.info('FEED', 'analyst_two')).delivered.consumer_seq).toBe(0);
    expect((await manager.streams.info('FEED')).state.messages).toBe(1);
    await analyst.close();
    await services.close();
    await nats.stop();
  });

  it('runs beside another one', async () => {
    const [one, two] = await Promise.all(
      ['one', 'two'].map((name) => startNatsServer({ dataDir: `${folder.path}/${name}` })),
    );
    expect(one?.url).not.toBe(two?.url);
    await Promise.all([one?.stop(), two?.stop()]);
  });

  it('ends when whoever started it is killed', async () => {
    const pid = await startFromAKilledProcess('startNatsServer', folder.path);
    expect(isAlive(pid)).toBe(false);
  });
});
