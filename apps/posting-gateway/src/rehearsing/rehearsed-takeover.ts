import { AccountId, type CuratorId, type MadeUpMessageName } from '@baton/contracts';
import type { SubmitSituation } from '../posts/decide-submit.js';

/** As long as a usual weekend, so that a time to go out at can be tried. */
const lastsMs = 3 * 24 * 60 * 60 * 1000;

/** No account has it, and no lane. */
const noAccount = AccountId.parse('00000000-0000-0000-0000-000000000000');

/**
 * All in which a rehearsal differs from a takeover, for the function that decides about both: the window opens at this moment,
 * nobody has thrown the switch, and the account is none. Nobody is asked first: that yes and the rehearsal's own button are one.
 */
export const rehearsedTakeover = (
  now: Date,
  curatorId: CuratorId,
  answers: MadeUpMessageName | undefined,
): Pick<
  SubmitSituation,
  'now' | 'takeover' | 'switchMode' | 'standing' | 'account' | 'replyTarget' | 'askFirst'
> => ({
  now,
  takeover: {
    ...{ curatorId, restingSince: null, closedAt: null },
    ...{ opensAt: now, closesAt: new Date(now.getTime() + lastsMs) },
  },
  ...{ switchMode: 'off', standing: 'active', askFirst: false },
  account: { accountId: noAccount, takesPosts: true },
  replyTarget: answers ? 'known' : 'none',
});
