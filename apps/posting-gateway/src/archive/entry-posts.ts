import type { ArchivePost, MediaId, PostId } from '@baton/contracts';

/** The bus carries a megabyte; a page is a part of one, or its first post. */
const mostBytes = 200_000;
export const postsAPage = 60;

export type KeptOut = ('curator' | 'team')[];

export interface PostRowOfArchive {
  readonly ordinal: number;
  readonly postId: PostId;
  readonly threadId: PostId;
  readonly author: ArchivePost['author'];
  readonly publishedAt: Date;
  readonly text: string;
  readonly pollOptions: string[];
  readonly pictures: PictureOfArchive[];
  readonly keptOutBy: KeptOut;
}

export interface PictureOfArchive {
  readonly mediaId: MediaId;
  readonly altText: string;
  readonly width: number;
  readonly height: number;
  readonly keptOutBy: KeptOut;
}

/** Of posts `p`; `pictures`: a condition for which of their pictures `a`, and what else is told of each. */
export const postColumns = (pictures: string, more = ''): string => `
  p.ordinal, p.post_id AS "postId", p.thread_id AS "threadId", p.author, p.published_at AS "publishedAt", p.text,
  p.poll_options AS "pollOptions", coalesce((
    SELECT jsonb_agg(jsonb_build_object('mediaId', a.media_id, 'altText', a.alt_text, 'width', a.width,
                                        'height', a.height${more}) ORDER BY a.ordinal)
      FROM archive_picture a
     WHERE a.charity_id = p.charity_id AND a.post_id = p.post_id AND ${pictures}), '[]') AS pictures`;

export const presentArchived = (row: PostRowOfArchive): ArchivePost => ({
  postId: row.postId,
  threadId: row.threadId,
  author: row.author,
  publishedAt: row.publishedAt.toISOString(),
  text: row.text,
  pollOptions: row.pollOptions,
  pictures: row.pictures.map(({ mediaId, altText, width, height }) => ({ mediaId, altText, width, height })),
});

/** As many as an answer carries, one more than a page having been read; and where the next page begins. */
export function aPageOf(rows: readonly PostRowOfArchive[]): {
  readonly shown: readonly PostRowOfArchive[];
  readonly next: number | null;
} {
  let bytes = 0;
  const tooMuch = rows.findIndex((row, index) => {
    bytes += Buffer.byteLength(JSON.stringify(row));
    return index > 0 && (bytes > mostBytes || index >= postsAPage);
  });
  return tooMuch < 0
    ? { shown: rows, next: null }
    : { shown: rows.slice(0, tooMuch), next: rows[tooMuch]?.ordinal ?? null };
}
