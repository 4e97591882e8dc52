import type { FollowUpId, PostNoteId } from '@baton/contracts';
import type { Vault } from '@baton/persistence';
import type { ExportSource } from '@baton/service-kit';
import { openFollowUpNote } from '../crisis/follow-up-row.js';
import type { PostRow } from '../posts/post-row.js';
import { openNote, openProposed } from '../posts/post-text.js';

/** What the team has done about posts and people. Who looked at what is nobody's but theirs, and not among it. */
export const reviewSources = (vault: Vault): readonly ExportSource[] => [
  followUpsWith(vault),
  proposalsWith(vault),
  notesWith(vault),
];

interface FollowUpRow {
  readonly followUpId: FollowUpId;
  readonly sealed_note: Buffer | null;
}

const followUpsWith = (vault: Vault): ExportSource<FollowUpRow> => ({
  file: 'follow-ups',
  sql: `SELECT follow_up_id AS key, follow_up_id AS "followUpId", takeover_id AS "takeoverId", post_id AS "postId", severity,
               opened_at AS "openedAt", closed_at AS "closedAt", closed_by AS "closedBy", outcome, sealed_note FROM follow_up
         WHERE $1::uuid IS NULL OR follow_up_id > $1::uuid ORDER BY follow_up_id LIMIT $2`,
  show: async ({ followUpId, sealed_note: note }, tx) => ({
    note: note && (await openFollowUpNote(vault, tx, followUpId, note).catch(() => '')),
  }),
});

type AboutPost = Pick<PostRow, 'post_id' | 'takeover_id'>;

const proposalsWith = (
  vault: Vault,
): ExportSource<AboutPost & { readonly sealed_text: Buffer; readonly sealed_note: Buffer }> => ({
  file: 'proposals',
  sql: `SELECT proposal.post_id AS key, proposal.post_id AS "postId", proposal.at, proposed_by AS by, post_id, takeover_id,
               proposal.sealed_text, proposal.sealed_note
          FROM post_proposal AS proposal JOIN post USING (charity_id, post_id)
         WHERE $1::uuid IS NULL OR post_id > $1::uuid ORDER BY post_id LIMIT $2`,
  show: async (row, tx) => ({
    text: await openProposed(vault, tx, row, 'text', row.sealed_text),
    note: await openProposed(vault, tx, row, 'note', row.sealed_note),
  }),
});

const notesWith = (
  vault: Vault,
): ExportSource<AboutPost & { readonly noteId: PostNoteId; readonly sealed_text: Buffer }> => ({
  file: 'post-notes',
  sql: `SELECT note_id AS key, note_id AS "noteId", post_id AS "postId", note.at, written_by AS by, post_id, takeover_id,
               note.sealed_text
          FROM post_note AS note JOIN post USING (charity_id, post_id)
         WHERE $1::uuid IS NULL OR note_id > $1::uuid ORDER BY note_id LIMIT $2`,
  show: async (row, tx) => ({ text: await openNote(vault, tx, row, row.noteId, row.sealed_text) }),
});
