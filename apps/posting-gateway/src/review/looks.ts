import {
  accept,
  type Exposure,
  type MemberId,
  type MentionId,
  type PostId,
  type Result,
  refuse,
} from '@baton/contracts';
import type { Tx } from '@baton/persistence';

/** So many in a day are enough for one person. */
const enough = 5;

/** From so many on somebody has to say that they look even so. */
const most = 10;

/** What was looked at: an edition of a post, or a follower's message, which has but one. */
interface Seen {
  readonly id: PostId | MentionId;
  readonly edition: number;
}

export const editionOf = ({ post_id, edition }: { readonly post_id: PostId; readonly edition: number }) =>
  nameOf({ id: post_id, edition });

export const messageSeen = (id: MentionId) => nameOf({ id, edition: 0 });

const nameOf = ({ id, edition }: Seen): string => `${id}/${edition}`;

/** What of these they have looked at, each edition under its name. */
export async function looksOf(
  tx: Tx,
  memberId: MemberId,
  ids: readonly Seen['id'][],
): Promise<ReadonlySet<string>> {
  const looks = await tx.query<Seen>(
    `SELECT seen_id AS id, edition FROM distressing_look
      WHERE charity_id = $1 AND member_id = $2 AND seen_id = ANY($3)`,
    [tx.charityId, memberId, ids],
  );
  return new Set(looks.map(nameOf));
}

/**
 * Counts that somebody reads what may be hard to read; the same again counts once. From the tenth in a day on it is refused
 * to whoever does not say that they look even so: at night there may be nobody else, and somebody may be in danger.
 */
export async function countLook(
  tx: Tx,
  memberId: MemberId,
  seen: Seen,
  evenSo: boolean,
): Promise<Result<Exposure, 'enoughToday'>> {
  const isKnown = (await looksOf(tx, memberId, [seen.id])).has(nameOf(seen));
  if (isKnown) return accept(await exposureOf(tx, memberId));
  const { inLastDay } = await exposureOf(tx, memberId);
  if (inLastDay >= most && !evenSo) return refuse('enoughToday', { details: { inLastDay } });
  await tx.query(
    `INSERT INTO distressing_look (charity_id, member_id, seen_id, edition) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING`,
    [tx.charityId, memberId, seen.id, seen.edition],
  );
  return accept(await exposureOf(tx, memberId));
}

export async function exposureOf(tx: Tx, memberId: MemberId): Promise<Exposure> {
  const looks = await tx.query(
    `SELECT 1 FROM distressing_look
      WHERE charity_id = $1 AND member_id = $2 AND at > baton.now() - interval '1 day'`,
    [tx.charityId, memberId],
  );
  return { inLastDay: looks.length, suggestion: looks.length < enough ? null : breakAfter(looks.length) };
}

const breakAfter = (many: number): string =>
  `You have looked at ${many} messages today that are hard to read. Thank you. Please take a break, and let somebody else take the next one. If it stays with you, talk to somebody you trust.`;

/** Counted for their own sake, and not for ever. */
export const forgetOldLooks = (tx: Tx): Promise<unknown> =>
  tx.query(`DELETE FROM distressing_look WHERE charity_id = $1 AND at < baton.now() - interval '30 days'`, [
    tx.charityId,
  ]);
