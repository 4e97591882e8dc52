import type { MediaId, MentionId, TakeoverId } from '@baton/contracts';
import type { Vault } from '@baton/persistence';
import type { ExportSource } from '@baton/service-kit';
import { archiveSources } from '../archive/archive-sources.js';
import { openMention } from '../inbox/sealed-mention.js';
import { openNote } from '../inbox/sealed-note.js';
import { openReason } from '../kill-switch/read-switch.js';
import { openAltText } from '../media/sealed-picture.js';
import type { PostRow } from '../posts/post-row.js';
import { declineReasonToShow, pollToShow, textToShow } from '../posts/post-text.js';
import { reviewSources } from './review-sources.js';

/**
 * In the order of the archive. What does not open any more is empty: one author's shredded key must not end the export of
 * all the others. No key or token of an X account is in it.
 */
export const exportSources = (vault: Vault): readonly ExportSource[] => [
  accounts,
  takeovers,
  postsWith(vault),
  postStories,
  ...reviewSources(vault),
  mentionsWith(vault),
  picturesWith(vault),
  costs,
  switchProofsWith(vault),
  ...archiveSources(vault),
  versionsOf('policies', 'posting_policy', 'policy'),
  versionsOf('signposting', 'signposting', 'resources'),
];

const accounts: ExportSource = {
  file: 'accounts',
  sql: `SELECT account_id AS key, account_id AS "accountId", handle, display_name AS "displayName",
               x_user_id AS "xUserId", state, scopes, connected_at AS "connectedAt" FROM account
         WHERE $1::uuid IS NULL OR account_id > $1::uuid ORDER BY account_id LIMIT $2`,
};

const takeovers: ExportSource = {
  file: 'takeovers',
  sql: `SELECT takeover_id AS key, takeover_id AS "takeoverId", curator_id AS "curatorId", pen_name AS "penName",
               opens_at AS "opensAt", closes_at AS "closesAt", opened_at AS "openedAt", closed_at AS "closedAt"
          FROM takeover WHERE $1::uuid IS NULL OR takeover_id > $1::uuid ORDER BY takeover_id LIMIT $2`,
};

const postsWith = (vault: Vault): ExportSource<PostRow> => ({
  file: 'posts',
  sql: `SELECT post.*, post_id AS key, post_id AS "postId", takeover_id AS "takeoverId", curator_id AS "curatorId",
               thread_id AS "threadId", media_ids AS "mediaIds", mention_id AS "mentionId",
               accepted_at AS "acceptedAt", published_at AS "publishedAt", deleted_at AS "deletedAt",
               x_post_id AS "xPostId", rejection_words AS "rejectionWords" FROM post
         WHERE $1::uuid IS NULL OR post_id > $1::uuid ORDER BY post_id LIMIT $2`,
  show: async (row, tx) => ({
    text: await textToShow(vault, tx, row),
    poll: await pollToShow(vault, tx, row),
    declineReason: await declineReasonToShow(vault, tx, row),
  }),
});

const postStories: ExportSource = {
  file: 'post-stories',
  sql: `SELECT entry_id::text AS key, post_id AS "postId", at, what FROM post_story
         WHERE $1::bigint IS NULL OR entry_id > $1::bigint ORDER BY entry_id LIMIT $2`,
};

interface MentionRow {
  readonly mentionId: MentionId;
  readonly takeoverId: TakeoverId;
  readonly sealed_words: Buffer;
  readonly sealed_parking_note: Buffer | null;
  readonly sealed_report_note: Buffer | null;
}

const mentionsWith = (vault: Vault): ExportSource<MentionRow> => ({
  file: 'mentions',
  sql: `SELECT mention_id AS key, mention_id AS "mentionId", takeover_id AS "takeoverId", x_post_id AS "xPostId", at,
               answered_at AS "answeredAt", set_aside AS "setAside", answers_x_post_id AS "answersXPostId",
               parked_at AS "parkedAt", seen_to_at AS "seenToAt", muted_at AS "mutedAt", reported_at AS "reportedAt",
               report_reason AS "reportReason", report_outcome AS "reportOutcome", sealed_words, sealed_parking_note,
               sealed_report_note FROM mention
         WHERE $1::uuid IS NULL OR mention_id > $1::uuid ORDER BY mention_id LIMIT $2`,
  show: async (row, tx) => {
    const { sealed_words: words, sealed_parking_note: parking, sealed_report_note: report } = row;
    const open = (what: 'parked' | 'reported', note: Buffer | null) =>
      note && openNote(vault, tx, row, what, note).catch(() => '');
    return {
      ...(await openMention(vault, tx, row, words).catch(() => ({ from: '', text: '' }))),
      parkingNote: await open('parked', parking),
      reportNote: await open('reported', report),
    };
  },
});

interface PictureRow {
  readonly mediaId: MediaId;
  readonly sealed_alt_text: Buffer;
}

const picturesWith = (vault: Vault): ExportSource<PictureRow> => ({
  file: 'pictures',
  sql: `SELECT media_id AS key, media_id AS "mediaId", curator_id AS "curatorId", mime_type AS "mimeType", width, height,
               byte_length AS bytes, begun_at AS "begunAt", sealed_alt_text FROM media
         WHERE state = 'ready' AND ($1::uuid IS NULL OR media_id > $1::uuid) ORDER BY media_id LIMIT $2`,
  show: async (row, tx) => ({
    altText: await openAltText(vault, tx, row.mediaId, row.sealed_alt_text).catch(() => ''),
  }),
});

const costs: ExportSource = {
  file: 'costs',
  sql: `SELECT entry_id::text AS key, takeover_id AS "takeoverId", post_id AS "postId", kind, units,
               micro_usd AS "microUsd", prices_as_of AS "pricesAsOf", at FROM cost_entry
         WHERE $1::bigint IS NULL OR entry_id > $1::bigint ORDER BY entry_id LIMIT $2`,
};

interface ProofRow {
  readonly sealed_reason: Buffer;
}

const switchProofsWith = (vault: Vault): ExportSource<ProofRow> => ({
  file: 'switch-proofs',
  sql: `SELECT number::text AS key, number, mode, at, changed_by AS by, stopped, already_out AS "alreadyOut", unknown,
               sealed_reason FROM switch_proof
         WHERE $1::int IS NULL OR number > $1::int ORDER BY number LIMIT $2`,
  show: async (row, tx) => ({ reason: await openReason(vault, tx, row.sealed_reason).catch(() => '') }),
});

const versionsOf = (file: string, table: string, column: string): ExportSource => ({
  file,
  sql: `SELECT version::text AS key, version, ${column}, set_at AS "setAt", set_by AS "setBy" FROM ${table}
         WHERE $1::int IS NULL OR version > $1::int ORDER BY version LIMIT $2`,
});
