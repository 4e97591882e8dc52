import { postHeld } from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { aboutPost, factHead } from './post-facts.js';
import type { PostRow } from './post-row.js';
import { tell } from './tell.js';

/** Locked, waiting posts become held, to be looked at by a moderator. */
export const holdPosts = (tx: Tx, rows: readonly PostRow[], why: string): Promise<void> =>
  hold(tx, rows, { why, bySwitch: false });

/** Locked, waiting posts become held by the kill switch alone: nothing else has stopped them so far. */
export const holdForSwitch = (tx: Tx, rows: readonly PostRow[]): Promise<void> =>
  hold(tx, rows, { why: heldBySwitch, bySwitch: true });

export const heldBySwitch = 'Held: the team looks at every post just now.';

async function hold(
  tx: Tx,
  rows: readonly PostRow[],
  { why, bySwitch }: { readonly why: string; readonly bySwitch: boolean },
): Promise<void> {
  const held = await tx.query<PostRow>(
    `UPDATE post SET state = 'held', held_by_switch = $2, awaits_description = false, revision = revision + 1
      WHERE post_id = ANY($1) RETURNING *`,
    [rows.map((row) => row.post_id), bySwitch],
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
