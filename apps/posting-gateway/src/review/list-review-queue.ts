import {
  accept,
  type Caller,
  type Exposure,
  type HeldPost,
  type InputOf,
  type listReviewQueue,
  type Post,
  type PostId,
  type ResultOf,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { PostRow } from '../posts/post-row.js';
import { presentPosts } from '../posts/present-posts.js';
import { appealOf } from './appeals.js';
import { type Claim, claimsNow, isTheirs, memberOf } from './claims.js';
import { allHandedUp, type HandedUp, presentHandedUp } from './handed-up.js';
import { exposureOf } from './looks.js';
import { countNotes } from './post-notes.js';
import { reviewTarget } from './set-review-target.js';
import { sparedFor } from './set-review-wishes.js';
import { unknownChoices } from './unknown-choices.js';

/** What waits for a person. */
@Injectable()
export class ListReviewQueue implements Handles<typeof listReviewQueue> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(
    { charityId }: InputOf<typeof listReviewQueue>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof listReviewQueue>> {
    return this.database.inCharity(charityId, async (tx) => {
      const rows = await tx.query<PostRow>(
        `SELECT post.* FROM post LEFT JOIN deletion USING (charity_id, post_id)
          WHERE state IN ('held', 'unknown') OR (state = 'published' AND refused_since IS NOT NULL)
          ORDER BY sequence`,
      );
      const posts = await presentPosts(tx, this.vault, rows, caller);
      const eyes = await eyesOf(tx, caller, rows);
      const held = posts.filter(({ status }) => status.state === 'held').map((post) => seenBy(eyes, post));
      return accept({
        held: inOrder(held, eyes.exposure),
        spared: await sparedFor(tx, memberOf(caller)),
        withinMinutes: await reviewTarget(tx),
        exposure: eyes.exposure,
        choices: [...unknownChoices],
        unknown: posts.filter(({ status }) => status.state === 'unknown'),
        toDeleteByHand: posts.filter(({ status }) => status.state === 'published'),
      });
    });
  }
}

/** Who looks at the list, and what they know already. */
interface Eyes {
  readonly caller: Caller;
  readonly claims: ReadonlyMap<PostId, Claim>;
  readonly appeals: ReadonlyMap<PostId, HeldPost['appeal']>;
  readonly exposure: Exposure;
  readonly handedUp: ReadonlyMap<PostId, HandedUp>;
  readonly notes: ReadonlyMap<PostId, number>;
}

async function eyesOf(tx: Tx, caller: Caller, rows: readonly PostRow[]): Promise<Eyes> {
  const claims = new Map((await claimsNow(tx)).map((claim) => [claim.postId, claim]));
  const appeals = new Map(rows.map((row) => [row.post_id, appealOf(row, caller)]));
  return {
    ...{ caller, claims, appeals },
    exposure: await exposureOf(tx, memberOf(caller)),
    handedUp: new Map((await allHandedUp(tx)).map((handedUp) => [handedUp.postId, handedUp])),
    notes: await countNotes(
      tx,
      rows.map(({ post_id: postId }) => postId),
    ),
  };
}

function seenBy({ caller, claims, appeals, handedUp, notes }: Eyes, post: Post): HeldPost {
  const claim = claims.get(post.postId);
  return {
    ...post,
    handedUp: presentHandedUp(handedUp.get(post.postId), caller),
    notes: notes.get(post.postId) ?? 0,
    appeal: appeals.get(post.postId) ?? null,
    claim: claim ? { until: claim.until.toISOString(), isYours: isTheirs(claim, caller) } : null,
  };
}

/** Whoever may be in danger first, then the oldest. Who has read enough that is hard sees it last: somebody else may take it. */
function inOrder(posts: readonly HeldPost[], { suggestion }: Exposure): HeldPost[] {
  const rank = ({ hidden, findings }: HeldPost): number => {
    const isWished = hidden && !hidden.kinds.some((kind) => kind === 'crisis' || kind === 'profanity');
    if (isWished || (hidden && suggestion)) return 2;
    return findings.some(({ check }) => check === 'crisis') ? 0 : 1;
  };
  return [...posts].sort((a, b) => rank(a) - rank(b));
}
