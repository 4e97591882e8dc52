import {
  accept,
  type InputOf,
  type listSwitchProofs,
  type OutputOf,
  type PostId,
  type ResultOf,
} from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { PostRow } from '../posts/post-row.js';
import { urlOfPost } from '../x/url-of-post.js';
import type { Proof } from './keep-proof.js';
import { openReason } from './read-switch.js';

type Kept = OutputOf<typeof listSwitchProofs>['proofs'][number];

/** What was proved each time the switch was used, and what has become of the posts since. */
@Injectable()
export class ListSwitchProofs implements Handles<typeof listSwitchProofs> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle({
    charityId,
    before,
    limit,
  }: InputOf<typeof listSwitchProofs>): Promise<ResultOf<typeof listSwitchProofs>> {
    return this.database.inCharity(charityId, async (tx) => {
      const rows = await tx.query<Proof & { number: number }>(
        `SELECT number, mode, at, changed_by AS by, sealed_reason AS "sealedReason", stopped,
                already_out AS "alreadyOut", unknown
           FROM switch_proof WHERE charity_id = $1 AND number < coalesce($2, 2147483647)
          ORDER BY number DESC LIMIT $3`,
        [charityId, before ?? null, limit],
      );
      const now = await whatBecame(tx, rows);
      const proofs: Kept[] = [];
      for (const { sealedReason, at, ...proof } of rows) {
        const reason = await openReason(this.vault, tx, sealedReason);
        const { stopped, alreadyOut, unknown } = proof;
        const named = { stopped: [...stopped], alreadyOut: [...alreadyOut], unknown: [...unknown] };
        const found = namedIn(proof).flatMap((postId) => now.get(postId) ?? []);
        proofs.push({ ...proof, ...named, at: at.toISOString(), reason, now: found });
      }
      return accept({ proofs });
    });
  }
}

const namedIn = ({ stopped, alreadyOut, unknown }: Pick<Proof, 'stopped' | 'alreadyOut' | 'unknown'>) => [
  ...new Set([...alreadyOut, ...unknown, ...stopped]),
];

async function whatBecame(tx: Tx, proofs: readonly Proof[]): Promise<Map<PostId, Kept['now'][number]>> {
  const rows = await tx.query<Pick<PostRow, 'post_id' | 'state' | 'x_post_id'>>(
    'SELECT post_id, state, x_post_id FROM post WHERE charity_id = $1 AND post_id = ANY($2)',
    [tx.charityId, [...new Set(proofs.flatMap(namedIn))]],
  );
  return new Map(
    rows.map(({ post_id, state, x_post_id: xPostId }) => [
      post_id,
      { postId: post_id, state, url: xPostId && state === 'published' ? urlOfPost(xPostId) : null },
    ]),
  );
}
