import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { CuratorAtWork } from '../rehearsal/curator-at-work.js';
import { PublishingStage } from '../rehearsal/publishing-stage.js';

let stage: PublishingStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
afterAll(() => stage.close());

/** The takeover ends while somebody hands over: they have looked at it, and wait for it to be written down. */
const endsWhile = <T>({ charityId, takeoverId }: CharityOnStage, work: () => Promise<T>): Promise<T> =>
  stage.database
    .inCharity(charityId, async (tx) => {
      await tx.query('UPDATE takeover SET closed_at = baton.now() WHERE takeover_id = $1', [takeoverId]);
      const answer = work();
      let answered = false;
      void answer.finally(() => {
        answered = true;
      });
      let waits: unknown[] = [];
      while (waits.length === 0 && !answered) {
        waits = await tx.query(
          'SELECT 1 FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))',
        );
      }
      return { answer };
    })
    .then(({ answer }) => answer);

describe('a takeover that ends while something is handed over', () => {
  it.each([
    ['a post that is held', 'Mail robin@example.org'],
    ['a post that goes by itself', 'Good morning'],
  ])('takes in nothing that nobody would sweep up: %s', async (_, text) => {
    const charity = await stage.aCharity();
    const answer = await endsWhile(charity, () => charity.trySubmit([text]));
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'windowClosed' } });
    expect(await charity.posts()).toEqual([]);
    expect(await new CuratorAtWork(stage.app, charity).drafts()).toEqual([text]);
  });
});
