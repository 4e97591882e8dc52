import type { CuratorId, MediaId, OwnWords, TakeoverId } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';
import { openAltText } from '../media/sealed-picture.js';
import type { PostRow } from '../posts/post-row.js';
import { pollToShow, textToShow } from '../posts/post-text.js';
import { type DraftRow, isThere } from './draft-row.js';
import { presentDraft } from './present-draft.js';

export interface PageOfWords {
  readonly words: OwnWords[];
  readonly next: string | null;
}

const rowsAPage = 100;
/** Well below what an answer on the bus may have, with the same once more as a text to read. */
const pageBytes = 150_000;

/** Drafts in the order of their ids, so that a page does not move while somebody types. */
const drafts = `
  SELECT * FROM draft
   WHERE charity_id = $1 AND curator_id = $2 AND ${isThere} AND ($3::uuid IS NULL OR draft_id > $3::uuid)
   ORDER BY draft_id LIMIT ${rowsAPage}`;

/** Posts as they were handed over; those whose words are erased have nothing to be kept. */
const posts = `
  SELECT * FROM post
   WHERE charity_id = $1 AND curator_id = $2 AND author = 'curator' AND sealed_text <> ''
     AND sequence > coalesce($3::bigint, 0)
   ORDER BY sequence LIMIT ${rowsAPage}`;

/** A curator's posts belong to a takeover, every one. */
type PostInOrder = PostRow & { readonly sequence: string; readonly takeover_id: TakeoverId };

/** All a curator wrote, drafts first, a page at a time. `after`: the `next` of the page before. */
export async function ownWords(
  tx: Tx,
  vault: Vault,
  curatorId: CuratorId,
  after = 'draft:',
): Promise<PageOfWords> {
  const [kind = '', from = ''] = after.split(':');
  const values = [tx.charityId, curatorId, from === '' ? null : from];
  if (kind === 'draft') {
    const page = await fill(tx, await tx.query<DraftRow>(drafts, values), async (row) => ({
      kind: 'draft',
      draft: await presentDraft(tx, vault, row),
    }));
    return { words: page.words, next: page.last ? `draft:${page.last.draft_id}` : 'post:0' };
  }
  const page = await fill(tx, await tx.query<PostInOrder>(posts, values), async (row) => ({
    kind: 'post',
    post: await presentWritten(tx, vault, row),
  }));
  return { words: page.words, next: page.last ? `post:${page.last.sequence}` : null };
}

/** As many as fit, and the last of them where there are more. */
async function fill<Row>(
  tx: Tx,
  rows: readonly Row[],
  present: (row: Row) => Promise<OwnWords>,
): Promise<{ words: OwnWords[]; last: Row | undefined }> {
  const words: OwnWords[] = [];
  let bytes = 0;
  for (const row of rows) {
    const presented = await present(row);
    bytes += Buffer.byteLength(JSON.stringify(presented)) + (await bytesOfDescriptions(tx, presented));
    if (words.length > 0 && bytes > pageBytes) break;
    words.push(presented);
  }
  const isLast = words.length === rows.length && rows.length < rowsAPage;
  return { words, last: isLast ? undefined : rows[words.length - 1] };
}

/** The pictures a word has, wherever in it. */
export const picturesOf = (word: OwnWords): MediaId[] =>
  (word.kind === 'draft' ? word.draft.posts : [word.post]).flatMap(({ mediaIds }) => mediaIds);

/** They stand in the text to read, too. */
async function bytesOfDescriptions(tx: Tx, word: OwnWords): Promise<number> {
  const mediaIds = picturesOf(word);
  if (mediaIds.length === 0) return 0;
  const [sum] = await tx.query<{ bytes: number }>(
    `SELECT coalesce(sum(length(sealed_alt_text)), 0)::int AS bytes FROM media
      WHERE charity_id = $1 AND media_id = ANY ($2::uuid[])`,
    [tx.charityId, mediaIds],
  );
  return sum?.bytes ?? 0;
}

const presentWritten = async (tx: Tx, vault: Vault, row: PostInOrder) => ({
  postId: row.post_id,
  takeoverId: row.takeover_id,
  threadId: row.thread_id,
  position: row.position,
  kind: row.kind,
  state: row.state,
  acceptedAt: row.accepted_at.toISOString(),
  xPostId: row.x_post_id,
  text: await textToShow(vault, tx, row),
  mediaIds: row.media_ids,
  poll: await pollToShow(vault, tx, row),
});

/** What the curator wrote about pictures, for those that are still here. */
export async function descriptionsOf(
  tx: Tx,
  vault: Vault,
  curatorId: CuratorId,
  mediaIds: readonly MediaId[],
): Promise<ReadonlyMap<MediaId, string>> {
  const rows = await tx.query<{ mediaId: MediaId; sealed: Buffer }>(
    `SELECT media_id AS "mediaId", sealed_alt_text AS sealed FROM media
      WHERE charity_id = $1 AND curator_id = $2 AND media_id = ANY ($3::uuid[])`,
    [tx.charityId, curatorId, mediaIds],
  );
  const descriptions = new Map<MediaId, string>();
  for (const { mediaId, sealed } of rows) {
    descriptions.set(mediaId, await openAltText(vault, tx, mediaId, sealed).catch(() => ''));
  }
  return descriptions;
}
