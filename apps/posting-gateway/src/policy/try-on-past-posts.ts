import { verdictOf } from '@baton/checks';
import type { CuratorId, OutputOf, Policy, previewPolicy, Verdict } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';
import { checkSettings } from '../posts/check-settings.js';
import type { PostRow } from '../posts/post-row.js';
import { pollToShow, textToShow } from '../posts/post-text.js';
import { lookAtDrafts } from '../posts/read-submit-situation.js';
import { distressIn } from '../review/distressing.js';

const mostPosts = 200;
const mostShown = 50;

type Tried = Pick<OutputOf<typeof previewPolicy>, 'posts' | 'before' | 'after' | 'different'>;
type Fared = Tried['different'][number];

/** How the curators' last posts that went out would fare under two policies. Everybody could read them, so a trustee may. */
export async function tryOnPastPosts(
  tx: Tx,
  vault: Vault,
  { before, after }: { readonly before: Policy; readonly after: Policy },
): Promise<Tried> {
  const rows = await tx.query<PostRow & { curator_id: CuratorId }>(
    `SELECT * FROM post WHERE charity_id = $1 AND state = 'published' AND author = 'curator' AND curator_id IS NOT NULL
      ORDER BY published_at DESC LIMIT $2`,
    [tx.charityId, mostPosts],
  );
  const fared: Fared[] = [];
  for (const row of rows) fared.push(await fare(tx, vault, row, { before, after }));
  const different = fared.filter((post) => post.before !== post.after);
  return {
    posts: fared.length,
    before: tally(fared.map((post) => post.before)),
    after: tally(fared.map((post) => post.after)),
    different: different.slice(0, mostShown),
  };
}

async function fare(
  tx: Tx,
  vault: Vault,
  row: PostRow & { readonly curator_id: CuratorId },
  policies: { readonly before: Policy; readonly after: Policy },
): Promise<Fared> {
  const { post_id: postId, curator_id: curatorId, media_ids: mediaIds } = row;
  const text = await textToShow(vault, tx, row);
  const draft = { text, mediaIds, poll: await pollToShow(vault, tx, row) };
  const under = async (policy: Policy) => {
    const { findings } = await lookAtDrafts(tx, vault, curatorId, [draft], await checkSettings(tx, policy));
    return findings.flat();
  };
  const [before, after] = [await under(policies.before), await under(policies.after)];
  const verdicts = { before: fateUnder(policies.before, before), after: fateUnder(policies.after, after) };
  const checks = [...new Set([...before, ...after].map(({ check }) => check))];
  const isHard = distressIn([...before, ...after]) !== null;
  return { postId, text: isHard ? '' : text, ...verdicts, checks };
}

/** Where every post is looked at, none goes by itself. */
function fateUnder({ review }: Policy, findings: Parameters<typeof verdictOf>[0]): Verdict {
  const verdict = verdictOf(findings);
  return review === 'every' && verdict !== 'block' ? 'hold' : verdict;
}

function tally(verdicts: readonly Verdict[]) {
  const counts = { allow: 0, warn: 0, hold: 0, block: 0 };
  for (const verdict of verdicts) counts[verdict] += 1;
  return counts;
}
