import type { listPostNotes, MemberId, OutputOf, PostId, PostNoteId } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';
import type { PostRow } from '../posts/post-row.js';
import { openNote, sealNote } from '../posts/post-text.js';

type Post = Pick<PostRow, 'post_id' | 'takeover_id'>;
type Note = OutputOf<typeof listPostNotes>['notes'][number];

/** Answers whether it is there now, as it was given: the same again is no second one. */
export async function writeNote(
  tx: Tx,
  vault: Vault,
  row: Post,
  { noteId, by, text }: { readonly noteId: PostNoteId; readonly by: MemberId; readonly text: string },
): Promise<boolean> {
  const written = await tx.query(
    `INSERT INTO post_note (charity_id, note_id, post_id, written_by, sealed_text) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING RETURNING 1`,
    [tx.charityId, noteId, row.post_id, by, await sealNote(vault, tx, row, noteId, text)],
  );
  if (written.length > 0) return true;
  return (await notesOf(tx, vault, row)).some((note) => note.noteId === noteId && note.text === text);
}

/** Oldest first. */
export async function notesOf(tx: Tx, vault: Vault, row: Post): Promise<Note[]> {
  const rows = await tx.query<{ noteId: PostNoteId; by: MemberId; at: Date; sealed: Buffer }>(
    `SELECT note_id AS "noteId", written_by AS by, at, sealed_text AS sealed FROM post_note
      WHERE charity_id = $1 AND post_id = $2 ORDER BY at, note_id`,
    [tx.charityId, row.post_id],
  );
  return Promise.all(
    rows.map(async ({ noteId, by, at, sealed }) => ({
      ...{ noteId, by, at: at.toISOString() },
      text: await openNote(vault, tx, row, noteId, sealed),
    })),
  );
}

export async function countNotes(tx: Tx, postIds: readonly PostId[]): Promise<ReadonlyMap<PostId, number>> {
  const rows = await tx.query<{ postId: PostId; many: number }>(
    `SELECT post_id AS "postId", count(*)::integer AS many FROM post_note
      WHERE charity_id = $1 AND post_id = ANY($2) GROUP BY post_id`,
    [tx.charityId, postIds],
  );
  return new Map(rows.map(({ postId, many }) => [postId, many]));
}

/** With the words of the posts they were about. */
export const eraseNotes = (tx: Tx, postIds: readonly PostId[]): Promise<unknown> =>
  tx.query('DELETE FROM post_note WHERE charity_id = $1 AND post_id = ANY($2)', [tx.charityId, postIds]);
