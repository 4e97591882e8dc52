import { randomUUID } from 'node:crypto';
import { EventId } from '@baton/contracts';
import { eraseCharity } from '@baton/persistence';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openStage, type Stage, someCharity } from '../rehearsal/stage.js';
import { applyFacts, type Fact } from './apply-facts.js';

let stage: Stage;
const charity = someCharity();

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage.close());

const lit = (lamp: string, revision: number): Fact => ({
  specversion: '1.0',
  id: EventId.parse(randomUUID()),
  source: 'baton/scheduling',
  type: 'lamp.lit.v1',
  subject: lamp,
  time: new Date().toISOString(),
  datacontenttype: 'application/json',
  charityid: charity,
  revision,
  data: {},
});

/** Somebody's transaction has come to a lock that another's holds. */
async function somebodyWaits(): Promise<void> {
  const waiting = `SELECT 1 FROM pg_stat_activity WHERE usename = current_user AND wait_event_type = 'Lock'`;
  while ((await stage.listening.asWorker((tx) => tx.query(waiting))).length === 0);
}

describe('two owners of one stream that overlap', () => {
  it.each([
    ['of an aggregate never heard of', []],
    ['of an aggregate known before', [1]],
  ])('never put an older fact over a newer one: %s', async (_, before) => {
    const lamp = randomUUID();
    const applied: number[] = [];
    const apply = async (fact: Fact) => void applied.push(fact.revision);
    for (const revision of before) await applyFacts(stage.listening, [lit(lamp, revision)], apply);

    const inHand = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    const newer = applyFacts(stage.listening, [lit(lamp, 3)], async (fact) => {
      await apply(fact);
      inHand.resolve();
      await released.promise;
    });
    await inHand.promise;
    const older = applyFacts(stage.listening, [lit(lamp, 2)], apply);
    await somebodyWaits();
    released.resolve();

    expect(await newer).toEqual(['apply']);
    expect(await older).toEqual(['stale']);
    expect(applied).toEqual([...before, 3]);
  });

  it('applies the older one when the newer one was given up', async () => {
    const lamp = randomUUID();
    const inHand = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    const newer = applyFacts(stage.listening, [lit(lamp, 3)], async () => {
      inHand.resolve();
      await released.promise;
      throw new Error('given up');
    });
    await inHand.promise;
    const older = applyFacts(stage.listening, [lit(lamp, 2)], async () => {});
    await somebodyWaits();
    released.resolve();

    await expect(newer).rejects.toThrow('given up');
    expect(await older).toEqual(['apply']);
  });
});

describe('what is heard of a charity after it was erased', () => {
  const gone = someCharity();
  const rowsLeft = () =>
    stage.listening.asWorker((tx) =>
      tx.query(
        `SELECT charity_id FROM inbox WHERE charity_id = $1
          UNION ALL SELECT charity_id FROM aggregate_seen WHERE charity_id = $1`,
        [gone],
      ),
    );
  beforeAll(async () => {
    await applyFacts(stage.listening, [{ ...lit('a', 1), charityid: gone }], async () => {});
    await stage.listening.inCharity(gone, eraseCharity);
  });

  it('has no effect and leaves no row, and other charities in the same batch are heard', async () => {
    const heard: string[] = [];
    const batch = [{ ...lit('a', 2), charityid: gone }, lit('b', 1), { ...lit('c', 1), charityid: gone }];
    const fates = await applyFacts(stage.listening, batch, async (fact) => void heard.push(fact.subject));
    expect(fates).toEqual(['erased', 'apply', 'erased']);
    expect(heard).toEqual(['b']);
    expect(await rowsLeft()).toEqual([]);
  });

  it('still reaches the audit, which outlives the charity', async () => {
    const line: Fact = { ...lit('line', 1), charityid: gone, type: 'baton.scheduling.audited.v1' };
    expect(await applyFacts(stage.listening, [line], async () => {})).toEqual(['apply']);
  });
});
