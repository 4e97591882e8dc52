import type { AccountId, CharityId } from '@baton/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { AccountTokens } from '../account/account-tokens.js';
import { classifyPreparation } from '../x/classify-outcome.js';
import type { TimelineOwner } from '../x/read-timelines.js';
import { XFailure } from '../x/x-failure.js';
import { XWire } from '../x/x-wire.js';

/** Until X is asked again where it gave no figures, and said nothing of when it would. */
const restMs = 15 * 60_000;

/** Asks X something that may be asked as often as one likes, with the account’s own token. */
@Injectable()
export class ReadAtX {
  constructor(
    @Inject(AccountTokens) private readonly tokens: AccountTokens,
    @Inject(XWire) private readonly wire: XWire,
  ) {}

  async read<T>(
    charityId: CharityId,
    accountId: AccountId,
    ask: (wire: XWire, owner: TimelineOwner) => Promise<T>,
  ): Promise<{ readonly value: T } | { readonly waitMs: number }> {
    try {
      const read = await this.tokens.use(charityId, accountId, (token) => ask(this.wire, token));
      return 'value' in read ? read : { waitMs: restMs };
    } catch (error) {
      if (!(error instanceof XFailure)) throw error;
      const outcome = classifyPreparation(error.what, new Date());
      const saidMs = outcome.outcome === 'retryAt' ? outcome.at.getTime() - Date.now() : 0;
      return { waitMs: Math.max(saidMs, restMs) };
    }
  }
}
