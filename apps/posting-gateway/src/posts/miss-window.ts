import { postMissedWindow } from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { backToUnknown, mayBeOutFromBefore } from './may-be-out.js';
import { aboutPost, factHead } from './post-facts.js';
import type { PostRow } from './post-row.js';
import { tell } from './tell.js';

/** Locked posts that have not gone never will; those that may have are called neither. */
export async function missWindow(tx: Tx, rows: readonly PostRow[]): Promise<void> {
  await backToUnknown(tx, rows.filter(mayBeOutFromBefore), 'Not sent again: the takeover ended first.');
  const missed = await tx.query<PostRow>(
    `UPDATE post SET state = 'missedWindow', revision = revision + 1 WHERE post_id = ANY($1) RETURNING *`,
    [idsOf(rows.filter((row) => !mayBeOutFromBefore(row)))],
  );
  const of = (author: PostRow['author']) => idsOf(missed.filter((row) => row.author === author));
  await tell(tx, of('curator'), 'Not sent: the takeover ended first. Your words are kept here.');
  await tell(tx, of('charity'), 'Not sent: the moment to say it has passed.');
  await appendFacts(
    tx,
    ...missed.map((row) => newFact(postMissedWindow, { ...factHead(row), data: aboutPost(row) })),
  );
}

const idsOf = (rows: readonly PostRow[]) => rows.map((row) => row.post_id);
