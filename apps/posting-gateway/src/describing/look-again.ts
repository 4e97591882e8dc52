import { checkPictures } from '@baton/checks';
import type { MediaId } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';
import { openFollowUps } from '../crisis/open-follow-up.js';
import { finishedPictures } from '../media/finished-pictures.js';
import { asKept } from '../own-identity/as-kept.js';
import { policyInForce } from '../policy/policy-in-force.js';
import { checkSettings, checkSettingsFor } from '../posts/check-settings.js';
import { holdPosts } from '../posts/hold-posts.js';
import type { PostRow } from '../posts/post-row.js';
import { tell } from '../posts/tell.js';
import { type AfterLook, decideAfterLook, waitsForDescription } from './decide-after-look.js';

/** Looks again at locked posts that wait with a changed picture, and lets each go on, wait or be held as that asks for. */
export async function lookAgain(
  tx: Tx,
  vault: Vault,
  posts: readonly PostRow[],
  changed: { readonly mediaId: MediaId; readonly by: 'author' | 'team' },
): Promise<void> {
  const { policy } = await policyInForce(tx);
  for (const row of posts) {
    const { state, approved, findings, curator_id: curatorId } = row;
    if ((state !== 'held' && state !== 'queued') || curatorId === null) continue;
    const settings =
      changed.by === 'author'
        ? await checkSettingsFor(tx, vault, policy, curatorId)
        : await checkSettings(tx, policy);
    const pictures = await finishedPictures(tx, vault, curatorId, row.media_ids);
    const after = decideAfterLook(
      { state, approved, findings, awaitsDescription: row.awaits_description },
      {
        by: changed.by,
        places: row.media_ids.flatMap((id, index) => (id === changed.mediaId ? [index + 1] : [])),
        findings: checkPictures({ text: '', poll: [], pictures }, settings),
      },
    );
    await carryOut(tx, row, changed.by, after);
  }
}

async function carryOut(tx: Tx, row: PostRow, by: 'author' | 'team', after: AfterLook): Promise<void> {
  const { post_id: postId } = row;
  if (after.fate === 'hold') await holdPosts(tx, [row], wordsForHeld(after));
  const looked = await tx.query<PostRow>(
    `UPDATE post SET findings = $2, awaits_description = $3, approved = approved AND NOT $4, edition = edition + 1,
                     state = CASE WHEN $5 THEN 'queued' ELSE state END
      WHERE post_id = $1 RETURNING *`,
    [
      postId,
      JSON.stringify(asKept(after.findings)),
      after.awaitsDescription,
      after.fate === 'hold',
      after.fate === 'goOn',
    ],
  );
  if (by === 'author') await openFollowUps(tx, looked);
  if (after.fate === 'goOn') await tell(tx, [postId], 'Its pictures are described now, so it goes on.', by);
}

const wordsForHeld = ({ awaitsDescription }: AfterLook): string =>
  awaitsDescription ? waitsForDescription : 'Held for the team to look at: a description was changed.';
