import { z } from 'zod';
import { defineEvent } from '../define/define-event.js';
import { AccountId, TakeoverId } from '../define/ids.js';
import { MicroUsd } from './cost-operations.js';

/** Subject: the takeover's id. */
export const softLimitPassed = defineEvent({
  type: 'budget.soft-limit-passed',
  version: 1,
  owner: 'posting-gateway',
  summary:
    'A takeover comes to more than the charity wanted to be told of: what is out, what may be, and what waits. Said again only after it has come to less in between.',
  audience: 'internal',
  consumers: [],
  data: z.object({ takeoverId: TakeoverId, softMicroUsd: MicroUsd, comesToMicroUsd: MicroUsd }),
  samples: [
    {
      takeoverId: '0192e7a0-0000-7000-8000-000000000011',
      softMicroUsd: 500_000,
      comesToMicroUsd: 515_000,
    },
  ],
});

/** Subject: the account's id. */
export const accountOutOfCredit = defineEvent({
  type: 'account.out-of-credit',
  version: 1,
  owner: 'posting-gateway',
  summary:
    'X took nothing from the charity’s account for want of credit. Posts wait until somebody has paid.',
  audience: 'internal',
  consumers: [],
  data: z.object({ accountId: AccountId }),
  samples: [{ accountId: '0192e7a0-0000-7000-8000-000000000041' }],
});

/** Subject: the account's id. */
export const accountInCreditAgain = defineEvent({
  type: 'account.in-credit-again',
  version: 1,
  owner: 'posting-gateway',
  summary: 'X has taken a post again from an account that was out of credit.',
  audience: 'internal',
  consumers: [],
  data: z.object({ accountId: AccountId }),
  samples: [{ accountId: '0192e7a0-0000-7000-8000-000000000041' }],
});
