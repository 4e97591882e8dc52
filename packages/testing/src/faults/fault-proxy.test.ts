import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FaultProxy, faultProxy } from './fault-proxy.js';

/** Says back what it hears. */
const echo = createServer((socket) => socket.on('error', () => undefined).pipe(socket));
let proxy: FaultProxy;

const caller = (): Socket => {
  const socket = connect(Number(new URL(proxy.url).port), '127.0.0.1').on('error', () => undefined);
  return socket.setEncoding('utf8');
};
const says = async (socket: Socket, word: string): Promise<string> => {
  socket.write(word);
  const [heard] = await once(socket, 'data');
  return heard;
};

describe('the fault proxy', () => {
  beforeAll(async () => {
    echo.listen(0, '127.0.0.1');
    await once(echo, 'listening');
    const address = echo.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    proxy = await faultProxy(`nats://user:secret@127.0.0.1:${address.port}/path`);
  });
  afterAll(async () => {
    await proxy.close();
    echo.close();
  });

  it('keeps the rest of the target’s address', () => {
    expect(proxy.url).toMatch(/^nats:\/\/user:secret@127\.0\.0\.1:\d+\/path$/);
  });

  it('lets everything pass', async () => {
    const socket = caller();
    expect(await says(socket, 'hello')).toBe('hello');
    socket.destroy();
  });

  const closed = (socket: Socket) => new Promise((resolve) => socket.once('close', resolve));

  it('cuts what is open and refuses what comes, until it passes again', async () => {
    const open = caller();
    await says(open, 'hello');
    proxy.cut();
    await closed(open);
    const refused = caller();
    await closed(refused);
    proxy.pass();
    const again = caller();
    expect(await says(again, 'again')).toBe('again');
    again.destroy();
  });

  it('swallows bytes without closing, and hands them on when the weather clears', async () => {
    const socket = caller();
    await says(socket, 'hello');
    proxy.blackHole();
    const heard: string[] = [];
    socket.on('data', (text) => heard.push(String(text)));
    socket.write('lost?');
    const other = caller();
    await once(other, 'connect');
    expect([heard, socket.closed]).toEqual([[], false]);
    proxy.pass();
    await once(socket, 'data');
    expect(heard.join('')).toBe('lost?');
    socket.destroy();
    other.destroy();
  });

  it('delays each way and keeps the order', async () => {
    proxy.delay(30);
    const socket = caller();
    const from = performance.now();
    socket.write('one ');
    socket.write('two');
    let heard = '';
    while (heard !== 'one two') heard += String((await once(socket, 'data'))[0]);
    expect(performance.now() - from).toBeGreaterThanOrEqual(59);
    proxy.pass();
    socket.destroy();
  });
});
