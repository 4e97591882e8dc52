import type { CuratorId, MediaId } from '@baton/contracts';
import type { CallContext } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { curatorOf } from '../takeovers/curator-of.js';
import type { NotAPicture } from './clean-picture.js';

export interface MediaRow {
  readonly mediaId: MediaId;
  readonly curatorId: CuratorId;
  readonly state: 'receiving' | 'ready' | 'refused';
  readonly begunAt: Date;
  readonly sourceBytes: number;
  readonly mimeType: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly byteLength: number | null;
  readonly refusedAs: NotAPicture | null;
  readonly sealedAltText: Buffer;
  readonly describedBy: 'author' | 'team' | null;
  readonly descriptionAskedAt: Date | null;
}

/** A ready one has all of it, by the table's constraint. */
export type ReadyMedia = MediaRow & {
  readonly [part in 'mimeType' | 'width' | 'height' | 'byteLength']: NonNullable<MediaRow[part]>;
};

/** All but the picture itself, which is large. */
export const mediaColumns = `
  media_id AS "mediaId", curator_id AS "curatorId", state, begun_at AS "begunAt", source_bytes AS "sourceBytes",
  mime_type AS "mimeType", width, height, byte_length AS "byteLength", refused_as AS "refusedAs",
  sealed_alt_text AS "sealedAltText", described_by AS "describedBy", description_asked_at AS "descriptionAskedAt"`;

type Lock = '' | 'FOR UPDATE';

/** A picture of this curator. Another curator's is not found, so an id tells nothing about whose it is. */
export const findMedia = (
  tx: Tx,
  curatorId: CuratorId | undefined,
  mediaId: MediaId,
  lock: Lock = '',
): Promise<MediaRow | undefined> => find(tx, mediaId, 'curator_id = $3', [curatorId], lock);

/**
 * The same, and nobody else changes it until this transaction ends. Whoever writes or deletes chunks locks
 * first: a chunk that arrives while the picture is finished would otherwise outlive it.
 */
export const lockMedia = (tx: Tx, curatorId: CuratorId | undefined, mediaId: MediaId) =>
  findMedia(tx, curatorId, mediaId, 'FOR UPDATE');

/** What a curator keeps for themself is nobody else's to see, not the team's either. */
const forTheTeam = `(description_asked_at IS NOT NULL OR EXISTS (
  SELECT FROM post WHERE post.charity_id = media.charity_id AND media.media_id = ANY (post.media_ids)
                     AND post.state <> 'withdrawn'))`;

/** A picture that whoever calls may look at: a curator at their own, the team at what they were given to see. */
export function findMediaFor(
  tx: Tx,
  call: CallContext,
  mediaId: MediaId,
  lock: Lock = '',
): Promise<MediaRow | undefined> {
  if (call.caller.kind === 'staff') return find(tx, mediaId, forTheTeam, [], lock);
  return findMedia(tx, curatorOf(call), mediaId, lock);
}

async function find(
  tx: Tx,
  mediaId: MediaId,
  which: string,
  values: readonly unknown[],
  lock: Lock,
): Promise<MediaRow | undefined> {
  const [row] = await tx.query<MediaRow>(
    `SELECT ${mediaColumns} FROM media WHERE charity_id = $1 AND media_id = $2 AND ${which} ${lock}`,
    [tx.charityId, mediaId, ...values],
  );
  return row;
}

export function requireReady(media: MediaRow): ReadyMedia {
  const { mimeType, width, height, byteLength } = media;
  if (mimeType === null || width === null || height === null || byteLength === null) {
    throw new Error('a picture is called ready and is not');
  }
  return { ...media, mimeType, width, height, byteLength };
}

/** The chunks that have arrived. */
export async function chunksThere(tx: Tx, mediaId: MediaId): Promise<number[]> {
  const rows = await tx.query<{ index: number }>(
    'SELECT index FROM media_chunk WHERE charity_id = $1 AND media_id = $2',
    [tx.charityId, mediaId],
  );
  return rows.map(({ index }) => index);
}
