import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const claim = new URL('../../bootstrap/start-claim.mjs', import.meta.url).href;

describe('the claim of a start on its checkout', () => {
  const children: ChildProcess[] = [];
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'baton-claim-'));
  });

  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  /** A start that says who runs already (or `undefined`) and stays until it is ended. */
  async function start() {
    const script = `
      import { claimStart } from ${JSON.stringify(claim)};
      console.log(await claimStart(${JSON.stringify(folder)}));
      process.on('SIGTERM', () => process.exit(0));
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    const [told] = await once(child.stdout, 'data');
    const end = async (signal: NodeJS.Signals) => {
      child.kill(signal);
      await once(child, 'exit');
    };
    return { pid: String(child.pid), told: String(told).trim(), end };
  }

  it('tells the second who runs already, until the first has stopped', async () => {
    const first = await start();
    expect((await start()).told).toBe(first.pid);
    await first.end('SIGTERM');
    expect((await start()).told).toBe('undefined');
  });

  it('is worth nothing once its start was killed', async () => {
    await (await start()).end('SIGKILL');
    expect((await start()).told).toBe('undefined');
  });

  it('is worth nothing where another program has got its number since', async () => {
    writeFileSync(join(folder, 'start.pid'), String(process.pid));
    expect((await start()).told).toBe('undefined');
  });
});
