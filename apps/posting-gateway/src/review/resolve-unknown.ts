import {
  accept,
  type InputOf,
  type PriceList,
  type ResultOf,
  refuse,
  type resolveUnknown,
  type UnknownVerdict,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { AccountState } from '../account/decide-token.js';
import { noteInAudit } from '../audit/note-in-audit.js';
import { POSTING_CONFIG, type PostingConfig } from '../config.js';
import { noteCertain } from '../costs/note-certain.js';
import { noteSoftLimit } from '../costs/note-soft-limit.js';
import { findPost, lockPost, type PostRow } from '../posts/post-row.js';
import { presentPost } from '../posts/present-posts.js';
import { stopThreadBehind } from '../posts/stop-thread.js';
import { tell } from '../posts/tell.js';
import { Lanes } from '../publishing/lanes.js';
import { recordPublished } from '../publishing/record-published.js';
import { xPostNamed } from './x-post-named.js';

/**
 * A person decides about a post that X may or may not have, once the search for it has ended.
 * `isOut` says which post on X it is; that is believed at any time, also while it is still looked for.
 * `sendAgain` queues it for a new attempt, before which the timeline is looked at once more.
 * `letItGo` ends it as withdrawn, and what stands behind it in its thread: it is not known to be out,
 * so it is neither published nor rejected.
 */
@Injectable()
export class ResolveUnknown implements Handles<typeof resolveUnknown> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(Lanes) private readonly lanes: Lanes,
    @Inject(POSTING_CONFIG) private readonly config: PostingConfig,
  ) {}

  handle(
    { charityId, postId, verdict, xPost = '' }: InputOf<typeof resolveUnknown>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof resolveUnknown>> {
    return this.database.inCharity(charityId, async (tx) => {
      const found = await findPost(tx, postId);
      if (!found) return refuse('notFound');
      await this.lanes.wakeNow(tx, found.account_id);
      const row = await lockPost(tx, postId);
      if (row?.state !== 'unknown') return refuse('notUnknown');
      const refused = await resolve(tx, row, { verdict, xPost, prices: this.config.X_PRICES });
      if (refused) return refuse(refused);
      if (row.takeover_id) await noteSoftLimit(tx, this.config.X_PRICES, row.takeover_id);
      await noteInAudit(tx, { by: caller, action: 'post.resolved', about: postId, details: { verdict } });
      return accept(await presentPost(tx, this.vault, postId, caller));
    });
  }
}

interface Decision {
  readonly verdict: UnknownVerdict;
  readonly xPost: string;
  readonly prices: PriceList;
}
type Refused = 'stillLooking' | 'accountReplaced' | 'notAPostOfTheAccount' | 'knownAsAnother';

/** Does as was decided about a locked post of unknown outcome, or answers why not. */
async function resolve(tx: Tx, row: PostRow, decision: Decision): Promise<Refused | undefined> {
  const { verdict } = decision;
  if (verdict === 'isOut') return recordFound(tx, row, decision);
  if (row.looking_until) return 'stillLooking';
  if (verdict === 'letItGo') await letGo(tx, row);
  else if ((await accountOf(tx, row))?.state === 'replaced') return 'accountReplaced';
  else await sendAgain(tx, row);
  return undefined;
}

async function recordFound(tx: Tx, row: PostRow, { xPost, prices }: Decision): Promise<Refused | undefined> {
  const xPostId = xPostNamed(xPost, (await accountOf(tx, row))?.handle ?? '');
  if (!xPostId) return 'notAPostOfTheAccount';
  const known = await tx.query('SELECT 1 FROM post WHERE charity_id = $1 AND x_post_id = $2', [
    tx.charityId,
    xPostId,
  ]);
  if (known.length > 0) return 'knownAsAnother';
  await noteCertain(tx, row.post_id);
  await recordPublished(tx, row, { xPostId, at: row.maybe_out_since, knownBy: 'person' }, prices);
  return undefined;
}

async function accountOf(tx: Tx, row: PostRow): Promise<{ state: AccountState; handle: string } | undefined> {
  const [account] = await tx.query<{ state: AccountState; handle: string }>(
    'SELECT state, handle FROM account WHERE charity_id = $1 AND account_id = $2',
    [tx.charityId, row.account_id],
  );
  return account;
}

async function sendAgain(tx: Tx, { post_id }: PostRow): Promise<void> {
  await tx.query(`UPDATE post SET state = 'queued', approved = true WHERE post_id = $1`, [post_id]);
  await tell(tx, [post_id], 'The team chose to send it again. Baton looks on the timeline once more first.');
}

async function letGo(tx: Tx, row: PostRow): Promise<void> {
  await tx.query(`UPDATE post SET state = 'withdrawn' WHERE post_id = $1`, [row.post_id]);
  await tell(tx, [row.post_id], 'The team chose not to send it again. Your words are kept here.');
  await stopThreadBehind(tx, row, 'Not sent: the part before it is not known to be out.');
}
