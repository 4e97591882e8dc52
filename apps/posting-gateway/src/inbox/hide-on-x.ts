import {
  type AccountId,
  accept,
  type hideOnX,
  type InputOf,
  isRefusal,
  type Result,
  type ResultOf,
  refuse,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { AccountTokens } from '../account/account-tokens.js';
import { accountForPosts } from '../account/connected-account.js';
import { noteInAudit } from '../audit/note-in-audit.js';
import { readSwitch } from '../kill-switch/read-switch.js';
import { mayLook } from '../takeovers/curator-of.js';
import { readTakeover, takeoverOpenAt } from '../takeovers/read-takeover.js';
import { classifyHiding, hideReply } from '../x/hide-reply.js';
import { XFailure } from '../x/x-failure.js';
import { XWire } from '../x/x-wire.js';

type Wish = InputOf<typeof hideOnX>;

interface ToHide {
  readonly accountId: AccountId;
  readonly xPostId: string;
}

/**
 * Hides an answer on X at once: it is safe to repeat, so nothing waits in a lane. No transaction is open while X is asked.
 * The kill switch stops a curator's hand here too, and never the team's.
 */
@Injectable()
export class HideOnX implements Handles<typeof hideOnX> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AccountTokens) private readonly tokens: AccountTokens,
    @Inject(XWire) private readonly wire: XWire,
  ) {}

  async handle(wish: Wish, call: CallContext): Promise<ResultOf<typeof hideOnX>> {
    const { charityId, mentionId, hidden } = wish;
    const found = await this.database.inCharity(charityId, (tx) => mayHide(tx, wish, call));
    if (isRefusal(found)) return found;
    const { accountId, xPostId } = found.value;
    try {
      const asked = await this.tokens.use(charityId, accountId, ({ accessToken }) =>
        hideReply(this.wire, accessToken, { xPostId, hidden }),
      );
      if (!('value' in asked)) return refuse('xNotNow');
    } catch (error) {
      if (!(error instanceof XFailure)) throw error;
      return refusalOf(error);
    }
    await this.database.inCharity(charityId, (tx) => noteHidden(tx, wish, call));
    return accept({ mentionId, hidden });
  }
}

async function mayHide(
  tx: Tx,
  { takeoverId, mentionId }: Wish,
  call: CallContext,
): Promise<Result<ToHide, 'notFound' | 'notYours' | 'notOnAir' | 'notAnAnswer' | 'xNotNow'>> {
  const takeover = await readTakeover(tx, takeoverId);
  if (!takeover) return refuse('notFound');
  if (!mayLook(call, takeover)) return refuse('notYours');
  const [message] = await tx.query<{ xPostId: string; isAnswer: boolean }>(
    `SELECT x_post_id AS "xPostId", answers_x_post_id IS NOT NULL AS "isAnswer" FROM mention
      WHERE charity_id = $1 AND takeover_id = $2 AND mention_id = $3`,
    [tx.charityId, takeoverId, mentionId],
  );
  if (!message) return refuse('notFound');
  if (call.caller.kind === 'curator') {
    const { now, mode, standing } = await readSwitch(tx);
    const open = await takeoverOpenAt(tx, now);
    const isFree = mode === 'off' && standing === 'active';
    if (!isFree || open?.takeoverId !== takeoverId) return refuse('notOnAir');
  }
  if (!message.isAnswer) return refuse('notAnAnswer');
  const account = await accountForPosts(tx);
  return account ? accept({ accountId: account.accountId, xPostId: message.xPostId }) : refuse('xNotNow');
}

async function noteHidden(tx: Tx, { mentionId, hidden }: Wish, { caller }: CallContext): Promise<void> {
  const changed = await tx.query(
    `UPDATE mention SET hidden_on_x_at = CASE WHEN $3 THEN baton.now() END
      WHERE charity_id = $1 AND mention_id = $2 AND (hidden_on_x_at IS NULL) = $3 RETURNING 1`,
    [tx.charityId, mentionId, hidden],
  );
  if (changed.length === 0) return;
  await noteInAudit(tx, { by: caller, action: hidden ? 'reply.hidden' : 'reply.shown', about: mentionId });
}

function refusalOf({ what }: XFailure) {
  const failed = classifyHiding(what);
  if (failed.code !== 'xNotNow' || failed.waitMs === undefined) return refuse(failed.code);
  const until = new Date(Date.now() + failed.waitMs).toISOString();
  return refuse('xNotNow', { details: { until } });
}
