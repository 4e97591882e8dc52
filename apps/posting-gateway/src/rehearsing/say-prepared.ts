import { type CuratorId, type DraftContent, firstPostPrepared, rehearsalDone } from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import type { Tx } from '@baton/persistence';

/** They have seen a post of theirs go out, on a timeline that only they can read. Said once. */
export const sayRehearsed = (tx: Tx, curatorId: CuratorId): Promise<void> =>
  sayOnce(tx, curatorId, 'rehearsal', rehearsalDone);

/** They have something to begin their weekend with, as soon as there is a word in it. Said once. */
export async function sayPrepared(
  tx: Tx,
  curatorId: CuratorId,
  { posts }: Pick<DraftContent, 'posts'>,
): Promise<void> {
  const hasWords = posts.some(({ text }) => text.trim() !== '');
  if (hasWords) await sayOnce(tx, curatorId, 'firstPost', firstPostPrepared);
}

async function sayOnce(
  tx: Tx,
  curatorId: CuratorId,
  what: 'rehearsal' | 'firstPost',
  event: typeof rehearsalDone | typeof firstPostPrepared,
): Promise<void> {
  const said = await tx.query(
    `INSERT INTO curator_prepared (charity_id, curator_id, what) VALUES ($1, $2, $3)
     ON CONFLICT (charity_id, curator_id, what) DO NOTHING RETURNING what`,
    [tx.charityId, curatorId, what],
  );
  if (said.length > 0) {
    await appendFacts(tx, newFact(event, { subject: curatorId, revision: 1, data: { curatorId } }));
  }
}
