import type { AccountWarning } from '@baton/contracts';
import { neededScopes } from '../x/connect-to-x.js';
import type { AccountState } from './decide-token.js';

/** Why X does not take the keys any more. */
export type LostBecause = 'renewalRefused' | 'keyRefused' | 'directMessages';

export interface ConnectionHealth {
  readonly now: Date;
  readonly state: Exclude<AccountState, 'replaced'>;
  readonly scopes: readonly string[];
  /** When X granted the present pair of tokens. */
  readonly grantedAt: Date;
  readonly lost: { readonly since: Date; readonly because: LostBecause } | null;
  readonly disconnectedAt: Date | null;
  readonly confirmedByX: boolean;
  readonly outOfCreditSince: Date | null;
}

const dayMs = 24 * 60 * 60 * 1000;
/** X's documents say about six months for a refresh token that is not used; each use gives the next. */
const grantLifeMs = 180 * dayMs;
const warnBeforeMs = 30 * dayMs;

export const grantEndsAt = ({ state, grantedAt }: ConnectionHealth): Date | null =>
  state === 'connected' ? new Date(grantedAt.getTime() + grantLifeMs) : null;

/** What a person should know or do about the connection, the worst first. */
export function decideWarnings(health: ConnectionHealth): AccountWarning[] {
  if (health.state === 'disconnected') return notConfirmed(health);
  return [...reconnect(health), ...credit(health), ...endsSoon(health), ...missing(health)];
}

function notConfirmed({ confirmedByX, disconnectedAt }: ConnectionHealth): AccountWarning[] {
  if (confirmedByX) return [];
  return [
    {
      what: 'notConfirmedByX',
      since: disconnectedAt?.toISOString() ?? null,
      words:
        'The keys are destroyed here, but X did not confirm that it ended them. Please remove the app under “Connected apps” in X’s settings.',
    },
  ];
}

const lostWords: Record<LostBecause, string> = {
  renewalRefused:
    'X does not renew Baton’s permission any more: it was taken back on X, has run out, or the app’s keys were changed. Please connect the account again.',
  keyRefused:
    'X refuses Baton’s key, even after a new one was made. Please look whether X has locked the account, then connect it again.',
  directMessages:
    'X had granted access to direct messages, which Baton must never have, so the permission was given back. Take it away from your app on X, then connect the account again.',
};

function reconnect({ state, lost }: ConnectionHealth): AccountWarning[] {
  if (state !== 'needsReconnecting') return [];
  const words = lostWords[lost?.because ?? 'renewalRefused'];
  return [{ what: 'needsReconnecting', since: lost?.since.toISOString() ?? null, words }];
}

function endsSoon(health: ConnectionHealth): AccountWarning[] {
  const endsAt = grantEndsAt(health);
  if (!endsAt || endsAt.getTime() - health.now.getTime() > warnBeforeMs) return [];
  const day = endsAt.toISOString().slice(0, 10);
  const words = `Baton’s permission was last renewed months ago and ends about ${day}. Please connect the account again before then.`;
  return [{ what: 'grantEndsSoon', since: null, words }];
}

function missing({ state, scopes }: ConnectionHealth): AccountWarning[] {
  const lacking = neededScopes.filter((scope) => !scopes.includes(scope));
  if (state !== 'connected' || lacking.length === 0) return [];
  const words = `X has not granted ${lacking.join(', ')}, so some things will fail. Please connect the account again and allow everything.`;
  return [{ what: 'missingScopes', since: null, words }];
}

function credit({ outOfCreditSince: since }: ConnectionHealth): AccountWarning[] {
  if (!since) return [];
  const words =
    'The credit of your developer app at X is used up, so posts wait. Please add credit on X; they go within a quarter of an hour.';
  return [{ what: 'outOfCredit', since: since.toISOString(), words }];
}
