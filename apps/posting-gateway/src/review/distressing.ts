import type { Caller, CheckName, Finding, Hidden, PostId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import type { PostRow } from '../posts/post-row.js';
import { editionOf, looksOf } from './looks.js';
import { sparedFor } from './set-review-wishes.js';

const kindWords: Partial<Record<CheckName, string>> = {
  crisis: 'somebody may be in danger',
  profanity: 'hateful words',
};

const isDistressing = ({ check, severity }: Pick<Finding, 'check' | 'severity'>): boolean =>
  check === 'crisis' || (check === 'profanity' && severity === 'high');

/** What in a post may be hard to read, without repeating it; nothing where nothing is. */
export function distressIn(findings: readonly Pick<Finding, 'check' | 'severity'>[]): Hidden | null {
  const kinds = [...new Set(findings.filter(isDistressing).map(({ check }) => check))];
  if (kinds.length === 0) return null;
  const named = kinds.map((kind) => kindWords[kind] ?? kind).join(', ');
  return { kinds, words: `Hidden, because it may be hard to read: ${named}. Look when you are ready.` };
}

/** The same for somebody who has said what else they do not want to meet. */
function whatIsHard(findings: Edition['findings'], spared: ReadonlySet<CheckName>): Hidden | null {
  const distress = distressIn(findings);
  const wished = [...new Set(findings.map(({ check }) => check).filter((check) => spared.has(check)))];
  if (distress || wished.length === 0) return distress;
  return {
    kinds: wished,
    words: 'Hidden, because you asked not to be shown posts like this. You can leave it to somebody else.',
  };
}

/** Who a post is shown to: who wrote it, or whoever calls. */
export type Reader = 'author' | Caller;

type Edition = Pick<PostRow, 'post_id' | 'edition' | 'findings'>;

/** The one rule of what is kept from whom: the team is spared words that may be hard to read, and what each does not want to meet, until they look at this edition of them. */
export async function hiddenFrom(
  tx: Tx,
  reader: Reader,
  rows: readonly Edition[],
): Promise<ReadonlyMap<PostId, Hidden>> {
  const hidden = new Map<PostId, Hidden>();
  if (reader === 'author' || reader.kind !== 'staff') return hidden;
  const flagged = rows.filter(({ findings }) => findings.length > 0);
  if (flagged.length === 0) return hidden;
  const spared = new Set(await sparedFor(tx, reader.memberId));
  const hard = flagged.filter(({ findings }) => whatIsHard(findings, spared));
  if (hard.length === 0) return hidden;
  const looks = await looksOf(
    tx,
    reader.memberId,
    hard.map(({ post_id }) => post_id),
  );
  for (const row of hard) {
    const what = whatIsHard(row.findings, spared);
    if (what && !looks.has(editionOf(row))) hidden.set(row.post_id, what);
  }
  return hidden;
}

/** It may be hard to read, and this reader has not looked at this edition of it. */
export const isUnseen = async (tx: Tx, row: Edition, reader: Reader): Promise<boolean> =>
  (await hiddenFrom(tx, reader, [row])).size > 0;
