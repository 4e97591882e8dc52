import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

export interface FaultProxy {
  /** The target's address with the proxy's host and port in their place. */
  readonly url: string;
  /** Lets everything through again, at once. Connections that were cut stay cut. */
  pass(): void;
  /** Resets every connection and refuses new ones, like a process that died. */
  cut(): void;
  /** Takes connections and bytes, and nothing comes out on the other side: like a pulled cable. */
  blackHole(): void;
  /** Everything arrives this much later, in both directions. */
  delay(ms: number): void;
  close(): Promise<void>;
}

/** What becomes of bytes that arrive now; `through` resolves when they may go on. */
interface Weather {
  readonly kind: 'pass' | 'cut' | 'blackHole' | 'delay';
  readonly through: () => Promise<unknown>;
}
const fair: Weather = { kind: 'pass', through: () => Promise.resolve() };

/** Stands between a client and `target` (any URL with host and port) and makes bad weather on demand. */
export async function faultProxy(target: string): Promise<FaultProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let weather = fair;
  let clearUp: () => void = () => undefined;
  const change = (next: Weather): void => {
    weather = next;
    clearUp();
  };
  const server = createServer((client) => {
    if (weather.kind === 'cut') return void client.resetAndDestroy();
    const upstream = connect(Number(port), hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    }
    carry(client, upstream, () => weather);
    carry(upstream, client, () => weather);
  });
  const address = new URL(target);
  address.host = await listen(server);
  const cut = (): void => {
    change({ kind: 'cut', through: () => Promise.resolve() });
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    url: address.toString(),
    pass: () => change(fair),
    cut,
    blackHole() {
      const over = Promise.withResolvers<void>();
      change({ kind: 'blackHole', through: () => over.promise });
      clearUp = over.resolve;
    },
    delay: (ms) => change({ kind: 'delay', through: () => wait(ms) }),
    async close() {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Bytes, and the news of an end, go on in their order, each as the weather was when it came. */
function carry(from: Socket, to: Socket, weather: () => Weather): void {
  let before: Promise<unknown> = Promise.resolve();
  const later = (action: () => void): void => {
    before = Promise.all([before, weather().through()]).then(action);
  };
  from.on('data', (bytes) => later(() => to.writable && to.write(bytes)));
  from.on('end', () => later(() => to.end()));
  from.on('error', () => later(() => to.destroy()));
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy does not listen on a port');
  return `127.0.0.1:${address.port}`;
}
