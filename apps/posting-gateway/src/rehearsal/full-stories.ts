import type { CharityId } from '@baton/contracts';
import type { Database, Tx } from '@baton/persistence';
import { fullAtBytes } from '@baton/testing';

/**
 * Every step of a post adds a line to its story, so where no line fits any more, no step can be taken. Lines are written
 * and taken back: what a rolled back transaction has written takes its room all the same, until somebody cleans up.
 */
const lines = (bytes: number, count: number): string => `
  INSERT INTO post_story (charity_id, post_id, at, what, voice)
  SELECT charity_id, post_id, baton.now(), repeat('x', ${bytes}), 'baton'
    FROM (SELECT charity_id, post_id FROM post LIMIT 1) AS post, generate_series(1, ${count})`;

class TakenBack extends Error {}

async function writeAndTakeBack(database: Database, charityId: CharityId, sql: string): Promise<void> {
  const writing = database.inCharity(charityId, async (tx) => {
    await tx.query(sql);
    throw new TakenBack();
  });
  await writing.catch((error: unknown) => {
    if (!(error instanceof TakenBack)) throw error;
  });
}

/** Makes the table larger than a file may be on the full disk; then fills what the large lines left of their pages. */
export async function growStories(database: Database, charityId: CharityId): Promise<void> {
  await writeAndTakeBack(database, charityId, lines(1_000, fullAtBytes / 900));
  await writeAndTakeBack(database, charityId, lines(1, 20_000));
}

/**
 * Fills the pages that are there. Each connection keeps a page of its own in mind for what it writes next, so it is done
 * on as many at once as the pool has.
 */
export async function fillStories(database: Database, charityId: CharityId, poolSize: number): Promise<void> {
  const all = Promise.withResolvers<void>();
  let there = 0;
  const fill = async (tx: Tx) => {
    there += 1;
    if (there === poolSize) all.resolve();
    await all.promise;
    await tx.query(lines(1, 5_000));
  };
  const filled = Array.from({ length: poolSize }, () => database.inCharity(charityId, fill));
  const ends = await Promise.allSettled(filled);
  if (ends.some(({ status }) => status === 'fulfilled')) throw new Error('there was room left');
}
