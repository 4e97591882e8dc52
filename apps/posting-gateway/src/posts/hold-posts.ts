import { postHeld } from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { aboutPost, factHead } from './post-facts.js';
import type { PostRow } from './post-row.js';
import { tell } from './tell.js';

/** Locked, waiting posts become held. */
export async function holdPosts(tx: Tx, rows: readonly PostRow[], why: string): Promise<void> {
  const held = await tx.query<PostRow>(
    `UPDATE post SET state = 'held', awaits_description = false, revision = revision + 1 WHERE post_id = ANY($1) RETURNING *`,
    [rows.map((row) => row.post_id)],
  );
  await tell(
    tx,
    held.map((row) => row.post_id),
    why,
  );
  await appendFacts(
    tx,
    ...held.map((row) =>
      newFact(postHeld, {
        ...factHead(row),
        data: { ...aboutPost(row), checks: row.findings.map(({ check }) => check) },
      }),
    ),
  );
}
