import type { SwitchMode } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import type { PostRow } from '../posts/post-row.js';
import type { Takeover } from '../takeovers/read-takeover.js';
import type { NamedPosts } from './keep-proof.js';

/**
 * Everything that waits; what the charity says of its own only under `pause`, and under `hold` only what a curator wrote
 * and nobody has approved. An account that is taken back also stops what waits for a moderator in the takeover that ends. And
 * what the same use of the switch has stopped before and nobody has let go since.
 */
export const postsThatStop = (
  tx: Tx,
  mode: Exclude<SwitchMode, 'off'>,
  open: Takeover | undefined,
  before: NamedPosts,
): Promise<PostRow[]> =>
  tx.query(
    `SELECT * FROM post
      WHERE (state = 'queued'
             AND CASE $1 WHEN 'pause' THEN true
                         WHEN 'takenBack' THEN kind <> 'own'
                         ELSE author = 'curator' AND NOT approved END)
         OR ($1 = 'takenBack' AND state = 'held' AND takeover_id = $2)
         OR (state IN ('held', 'declined', 'withdrawn', 'missedWindow') AND post_id = ANY($3))
      ORDER BY sequence FOR UPDATE`,
    [mode, open?.takeoverId ?? null, before.stopped],
  );

export interface Out {
  readonly alreadyOut: readonly PostRow[];
  readonly unknown: readonly PostRow[];
}

/**
 * Posts of the open takeover that are out, and whatever X may have been given: also what waits to be sent again. Of what the
 * same use of the switch has named before, what is out by now.
 */
export async function whatWasOut(tx: Tx, open: Takeover | undefined, before: NamedPosts): Promise<Out> {
  const alreadyOut = await tx.query<PostRow>(
    `SELECT * FROM post WHERE state = 'published' AND (takeover_id = $1 OR post_id = ANY($2)) ORDER BY sequence`,
    [open?.takeoverId ?? null, [...before.stopped, ...before.alreadyOut, ...before.unknown]],
  );
  const unknown = await tx.query<PostRow>(
    `SELECT * FROM post
      WHERE state IN ('attempting', 'unknown') OR (state = 'queued' AND maybe_out_since IS NOT NULL)
      ORDER BY sequence`,
  );
  return { alreadyOut, unknown };
}
