import type { AccountId } from '@baton/contracts';
import { Database } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { AccountTokens } from '../account/account-tokens.js';
import { accountForPosts } from '../account/connected-account.js';
import { classifyPreparation } from '../x/classify-outcome.js';
import { type ReadMentions, readMentions } from '../x/read-timelines.js';
import { XFailure } from '../x/x-failure.js';
import { XWire } from '../x/x-wire.js';
import type { Watch } from './claim-watches.js';

/** What a look brought: what X showed, or how long X wants to be left alone (0: as long as usual). */
export type Look =
  | { readonly read: ReadMentions; readonly accountId: AccountId; readonly xUserId: string }
  | { readonly waitMs: number };

/** Asks X who mentioned an account since the newest mention known. */
@Injectable()
export class LookForMentions {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AccountTokens) private readonly tokens: AccountTokens,
    @Inject(XWire) private readonly wire: XWire,
  ) {}

  async look({ charityId, sinceXPostId, opensAt }: Watch): Promise<Look> {
    const account = await this.database.inCharity(charityId, accountForPosts);
    if (!account) return { waitMs: 0 };
    const { accountId } = account;
    const after = sinceXPostId === null ? { since: opensAt } : { sinceId: sinceXPostId };
    try {
      const read = await this.tokens.use(charityId, accountId, async (token) => ({
        read: await readMentions(this.wire, token, after),
        xUserId: token.xUserId,
      }));
      return 'value' in read ? { ...read.value, accountId } : { waitMs: 0 };
    } catch (error) {
      if (!(error instanceof XFailure)) throw error;
      const outcome = classifyPreparation(error.what, new Date());
      return { waitMs: outcome.outcome === 'retryAt' ? outcome.at.getTime() - Date.now() : 0 };
    }
  }
}
