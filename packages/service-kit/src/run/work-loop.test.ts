import { describe, expect, it } from '@jest/globals';
import { WorkLoop } from './work-loop.js';

describe('a work loop', () => {
  it('does a round at once when rung, though it wanted to sleep for an hour', async () => {
    const rounds = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let count = 0;
    const loop = new WorkLoop(
      async () => {
        rounds[count]?.resolve();
        count += 1;
        return 3_600_000;
      },
      () => {},
    );
    loop.start();
    await rounds[0]?.promise;
    loop.ring();
    await rounds[1]?.promise;
    await loop.stop();
    expect(count).toBe(2);
  });

  it('forgets no ring that comes while a round is going on', async () => {
    const second = Promise.withResolvers<void>();
    let count = 0;
    const loop: WorkLoop = new WorkLoop(
      async () => {
        count += 1;
        if (count === 1) loop.ring();
        else second.resolve();
        return 3_600_000;
      },
      () => {},
    );
    loop.start();
    await second.promise;
    await loop.stop();
  });

  it('tells of a fault and goes on', async () => {
    const told = Promise.withResolvers<unknown>();
    const again = Promise.withResolvers<void>();
    let count = 0;
    const loop = new WorkLoop(
      async () => {
        count += 1;
        if (count === 1) throw new Error('no database');
        again.resolve();
        return 3_600_000;
      },
      (error) => told.resolve(error),
    );
    loop.start();
    expect(await told.promise).toMatchObject({ message: 'no database' });
    loop.ring();
    await again.promise;
    await loop.stop();
  });

  it('stops when the round that is going on has ended', async () => {
    const begun = Promise.withResolvers<void>();
    const end = Promise.withResolvers<void>();
    let ended = false;
    const loop = new WorkLoop(
      async () => {
        begun.resolve();
        await end.promise;
        ended = true;
        return 0;
      },
      () => {},
    );
    loop.start();
    await begun.promise;
    const stopped = loop.stop();
    end.resolve();
    await stopped;
    expect(ended).toBe(true);
  });
});
