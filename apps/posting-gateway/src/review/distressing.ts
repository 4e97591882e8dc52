import type { Caller, CheckName, Exposure, Finding, MemberId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import type { PostRow } from '../posts/post-row.js';
import { memberOf } from './claims.js';

/** So many in a day are enough for one person. */
const enough = 5;

const kindWords: Partial<Record<CheckName, string>> = {
  crisis: 'somebody may be in danger',
  profanity: 'hateful words',
};

const isDistressing = ({ check, severity }: Finding): boolean =>
  check === 'crisis' || (check === 'profanity' && severity === 'high');

/** What in a post may be hard to read, without repeating it; nothing where nothing is. */
export function distressIn(findings: readonly Finding[]): { kinds: CheckName[]; words: string } | null {
  const kinds = [...new Set(findings.filter(isDistressing).map(({ check }) => check))];
  if (kinds.length === 0) return null;
  const named = kinds.map((kind) => kindWords[kind] ?? kind).join(', ');
  return { kinds, words: `Hidden, because it may be hard to read: ${named}. Look when you are ready.` };
}

type Edition = Pick<PostRow, 'post_id' | 'edition'>;

/** It may be hard to read, and they have not looked at this edition of it. */
export async function isUnseen(
  tx: Tx,
  row: Edition & Pick<PostRow, 'findings'>,
  caller: Caller,
): Promise<boolean> {
  if (!distressIn(row.findings)) return false;
  return !(await looksOf(tx, memberOf(caller))).has(nameOf(row));
}

/** What of all posts they have looked at, each edition under its name. */
export async function looksOf(tx: Tx, memberId: MemberId): Promise<ReadonlySet<string>> {
  const looks = await tx.query<Edition>(
    'SELECT post_id, edition FROM distressing_look WHERE charity_id = $1 AND member_id = $2',
    [tx.charityId, memberId],
  );
  return new Set(looks.map(nameOf));
}

export const nameOf = ({ post_id, edition }: Edition): string => `${post_id}/${edition}`;

/** The same edition again counts once. */
export const noteLook = (tx: Tx, memberId: MemberId, { post_id, edition }: Edition): Promise<unknown> =>
  tx.query(
    `INSERT INTO distressing_look (charity_id, member_id, post_id, edition) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING`,
    [tx.charityId, memberId, post_id, edition],
  );

export async function exposureOf(tx: Tx, memberId: MemberId): Promise<Exposure> {
  const looks = await tx.query(
    `SELECT 1 FROM distressing_look
      WHERE charity_id = $1 AND member_id = $2 AND at > baton.now() - interval '1 day'`,
    [tx.charityId, memberId],
  );
  return { inLastDay: looks.length, suggestion: looks.length < enough ? null : breakAfter(looks.length) };
}

const breakAfter = (many: number): string =>
  `You have looked at ${many} posts today that are hard to read. Thank you. Please take a break, and let somebody else take the next one. If it stays with you, talk to somebody you trust.`;

/** Counted for their own sake, and not for ever. */
export const forgetOldLooks = (tx: Tx): Promise<unknown> =>
  tx.query(`DELETE FROM distressing_look WHERE charity_id = $1 AND at < baton.now() - interval '30 days'`, [
    tx.charityId,
  ]);
