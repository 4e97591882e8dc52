import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const lock = new URL('../../bootstrap/checkout-lock.mjs', import.meta.url).href;

/** What a process does when it is its turn. The folder `inside` can be made only by one at a time: it proves turns. */
const works = {
  quickly: `mkdirSync(inside); await new Promise(setImmediate); rmdirSync(inside);`,
  untilToldToLeave: `mkdirSync(inside); console.log('inside'); await once(process.stdin.resume(), 'end'); rmdirSync(inside);`,
  andFails: `throw new Error('the build is broken');`,
  andIsKilled: `process.kill(process.pid, 'SIGKILL'); await new Promise(() => {});`,
};

/** Stands still once, between finding a holder dead and doing something about it, until told to go on. */
const thinksAboutTheDead = `
  const kill = process.kill.bind(process);
  process.kill = (...holder) => {
    process.kill = kill;
    try {
      return kill(...holder);
    } finally {
      console.log('it is dead');
      readSync(0, Buffer.alloc(1));
    }
  };`;

describe('the lock of a checkout', () => {
  const children: ChildProcess[] = [];
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'baton-lock-'));
  });

  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  /** A process that takes the lock `turns` times and works in each. `before` is run first. */
  function contender(work: keyof typeof works, turns = 1, before = '') {
    const script = `
      import { once } from 'node:events';
      import { mkdirSync, readSync, rmdirSync } from 'node:fs';
      ${before}
      import { withCheckoutLock } from ${JSON.stringify(lock)};
      const inside = ${JSON.stringify(join(folder, 'inside'))};
      for (let turn = 0; turn < ${turns}; turn += 1) {
        await withCheckoutLock(async () => { ${works[work]} }, ${JSON.stringify(folder)});
      }`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    children.push(child);
    const lines = linesOf(child.stdout);
    return {
      ended: once(child, 'exit').then(([code, signal]: unknown[]) => code ?? signal),
      /** Resolves when it has printed a line with these words. */
      says: async (words: string) => {
        for await (const line of lines) if (line.includes(words)) return;
        throw new Error(`it ended without saying: ${words}`);
      },
      goOn: () => child.stdin.end(),
    };
  }

  it('lets the second in when the first has left, and tells it to wait until then', async () => {
    const first = contender('untilToldToLeave');
    await first.says('inside');
    const second = contender('untilToldToLeave');
    await second.says('waiting');
    first.goOn();
    await second.says('inside');
    second.goOn();
    expect(await Promise.all([first.ended, second.ended])).toEqual([0, 0]);
  });

  it('is given on when the work fails', async () => {
    expect(await contender('andFails').ended).toBe(1);
    expect(await contender('quickly').ended).toBe(0);
  });

  it('is not held by the dead', async () => {
    expect(await contender('andIsKilled').ended).toBe('SIGKILL');
    expect(await contender('quickly').ended).toBe(0);
  });

  it('is not taken from who came in while a slow finder of a dead holder thought about it', async () => {
    await contender('andIsKilled').ended;
    const slow = contender('quickly', 1, thinksAboutTheDead);
    await slow.says('it is dead');
    const holder = contender('untilToldToLeave');
    await holder.says('inside');
    slow.goOn();
    await slow.says('waiting');
    const newcomer = contender('quickly');
    await newcomer.says('waiting');
    holder.goOn();
    expect(await Promise.all([slow.ended, holder.ended, newcomer.ended])).toEqual([0, 0, 0]);
  });

  it('is held by one at a time, however many find a dead holder at once', async () => {
    await contender('andIsKilled').ended;
    const crowd = [
      contender('quickly', 5),
      contender('andIsKilled'),
      contender('quickly', 5),
      contender('quickly', 5),
    ];
    const ends = await Promise.all(crowd.map(({ ended }) => ended));
    expect(ends).toEqual([0, 'SIGKILL', 0, 0]);
  });
});

/** Its lines one after another, across several loops: leaving one loop does not end the lines. */
function linesOf(output: Readable): AsyncIterable<string> {
  const lines = createInterface({ input: output })[Symbol.asyncIterator]();
  return { [Symbol.asyncIterator]: () => ({ next: () => lines.next() }) };
}
