import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type ServiceEvent, SupervisedProcess } from './supervised-process.js';

/**
 * A service small enough to read. It writes down its process id, then does what stands in `orders` for this start:
 * `die` before it listens, or (the default) listen, be ready, and stop in order.
 */
const service = `
  import { appendFileSync, readFileSync } from 'node:fs';
  import { createServer } from 'node:http';
  import { join } from 'node:path';
  const { FOLDER, PORT } = process.env;
  appendFileSync(join(FOLDER, 'starts'), process.pid + '\\n');
  const start = readFileSync(join(FOLDER, 'starts'), 'utf8').trimEnd().split('\\n').length;
  const orders = readFileSync(join(FOLDER, 'orders'), 'utf8').split(' ');
  if (orders[start - 1] === 'die') {
    console.error('the database is not where it should be');
    process.exit(3);
  }
  const server = createServer((request, response) => response.end());
  server.listen(Number(PORT), '127.0.0.1', () => {
    console.log(JSON.stringify({ msg: 'listening', port: server.address().port }));
  });
  process.on('SIGTERM', () => process.exit(0));
`;

describe('a supervised process', () => {
  let folder: string;
  let supervised: SupervisedProcess;
  let events: ServiceEvent[];
  let onEvent: (event: ServiceEvent) => void;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'baton-supervised-'));
    events = [];
    onEvent = (event) => events.push(event);
    writeFileSync(join(folder, 'service.mjs'), service);
    order('live');
    supervised = new SupervisedProcess({
      name: 'lamp',
      script: join(folder, 'service.mjs'),
      env: { FOLDER: folder },
      logFile: join(folder, 'lamp.log'),
      onEvent: (event) => onEvent(event),
    });
  });

  afterEach(async () => {
    await supervised.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const order = (...starts: readonly ('live' | 'die')[]) =>
    writeFileSync(join(folder, 'orders'), starts.join(' '));
  const everStarted = () => readFileSync(join(folder, 'starts'), 'utf8').trimEnd().split('\n').map(Number);
  const stillRunning = () => everStarted().filter(isRunning);
  const untilEvent = (wanted: ServiceEvent) =>
    new Promise<void>((resolve) => {
      onEvent = (event) => {
        events.push(event);
        if (event === wanted) resolve();
      };
    });

  it('killed with -9 comes back on the same port', async () => {
    await supervised.start();
    const { port, pid } = supervised;
    const restarted = untilEvent('restarted');
    supervised.kill9();
    await restarted;
    const answer = await fetch(`http://127.0.0.1:${port}/`);
    expect(answer.status).toBe(200);
    expect(supervised.port).toBe(port);
    expect(supervised.pid).not.toBe(pid);
    expect(events).toEqual(['started', 'died', 'restarted']);
  });

  it('that dies again while it comes back is started again, and runs once', async () => {
    order('live', 'die', 'live');
    await supervised.start();
    const restarted = untilEvent('restarted');
    supervised.kill9();
    await restarted;
    expect(everStarted()).toHaveLength(3);
    expect(stillRunning()).toEqual([supervised.pid]);
  });

  it('stopped has left nothing running', async () => {
    await supervised.start();
    await supervised.stop();
    expect(stillRunning()).toEqual([]);
  });

  it('stopped in the moment it died does not come back', async () => {
    await supervised.start();
    const stopped = new Promise<void>((resolve) => {
      onEvent = (event) => {
        if (event === 'died') resolve(supervised.stop());
      };
    });
    supervised.kill9();
    await stopped;
    expect(everStarted()).toHaveLength(1);
  });

  it('stopped while it comes back has left nothing running', async () => {
    order('live', 'die', 'die', 'die', 'die');
    await supervised.start();
    supervised.kill9();
    await untilFileHas(join(folder, 'lamp.log'), 'the database is not where it should be');
    await supervised.stop();
    expect(stillRunning()).toEqual([]);
  });

  it('that dies before it listens says why with the end of its log, and is not tried again', async () => {
    order('die', 'live');
    await expect(supervised.start()).rejects.toThrow(
      'lamp ended with code 3 before it was ready. The end of its log:\nthe database is not where it should be',
    );
    expect(everStarted()).toHaveLength(1);
    expect(events).toEqual([]);
  });

  it('given a port is not tried again either when it dies before it listens', async () => {
    supervised.port = 1;
    order('die', 'live');
    await expect(supervised.start()).rejects.toThrow('before it was ready');
    await supervised.stop();
    expect(everStarted()).toHaveLength(1);
    expect(events).toEqual([]);
  });
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function untilFileHas(file: string, text: string): Promise<void> {
  while (!readFileSync(file, 'utf8').includes(text)) await new Promise((resolve) => setImmediate(resolve));
}
