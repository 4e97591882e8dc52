import { isDeepStrictEqual } from 'node:util';
import type { MemberId, PostContent, PostId, Proposal } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';
import type { PostRow } from '../posts/post-row.js';
import { openPoll, openProposed, sealProposed, textToShow } from '../posts/post-text.js';

interface ProposalRow {
  readonly at: Date;
  readonly sealed_text: Buffer;
  readonly sealed_note: Buffer;
}

type Post = Pick<PostRow, 'post_id' | 'takeover_id' | 'edition' | 'state' | 'sealed_text'>;

export async function putProposal(
  tx: Tx,
  vault: Vault,
  row: Post,
  proposed: { readonly by: MemberId; readonly text: string; readonly note: string },
): Promise<void> {
  await tx.query(
    `INSERT INTO post_proposal (charity_id, post_id, edition, proposed_by, sealed_text, sealed_note)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (charity_id, post_id) DO UPDATE
       SET edition = excluded.edition, proposed_by = excluded.proposed_by, at = baton.now(),
           sealed_text = excluded.sealed_text, sealed_note = excluded.sealed_note`,
    [
      ...[tx.charityId, row.post_id, row.edition, proposed.by],
      await sealProposed(vault, tx, row, 'text', proposed.text),
      await sealProposed(vault, tx, row, 'note', proposed.note),
    ],
  );
}

/** What the team suggests for the post as it is now. A suggestion for words that were changed since is none. */
export async function proposalFor(tx: Tx, vault: Vault, row: Post): Promise<Proposal | undefined> {
  const found = await standing(tx, row);
  if (!found) return undefined;
  const open = (field: 'text' | 'note', sealed: Buffer) => openProposed(vault, tx, row, field, sealed);
  return {
    before: await textToShow(vault, tx, row),
    after: await open('text', found.sealed_text),
    note: await open('note', found.sealed_note),
    at: found.at.toISOString(),
  };
}

async function standing(tx: Tx, row: Post): Promise<ProposalRow | undefined> {
  if (row.state !== 'held') return undefined;
  const [found] = await tx.query<ProposalRow>(
    `SELECT at, sealed_text, sealed_note FROM post_proposal
      WHERE charity_id = $1 AND post_id = $2 AND edition = $3`,
    [tx.charityId, row.post_id, row.edition],
  );
  return found;
}

/** Its author wants just the words the team suggests, and nothing else of the post changed: then it has the team's yes. */
export async function isAsProposed(
  tx: Tx,
  vault: Vault,
  row: PostRow,
  content: PostContent,
): Promise<boolean> {
  const proposal = await proposalFor(tx, vault, row);
  return (
    proposal?.after === content.text &&
    isDeepStrictEqual(row.media_ids, content.mediaIds) &&
    isDeepStrictEqual(await openPoll(vault, tx, row), content.poll)
  );
}

/** With the words of the posts they were for. */
export const eraseProposals = (tx: Tx, postIds: readonly PostId[]): Promise<unknown> =>
  tx.query('DELETE FROM post_proposal WHERE charity_id = $1 AND post_id = ANY($2)', [tx.charityId, postIds]);
