import type { LostBecause } from './decide-warnings.js';

export type AccountState = 'connected' | 'needsReconnecting' | 'disconnected' | 'replaced';

/** A connected account's tokens as they stand. All instants are of the database's clock. */
export interface TokenSituation {
  readonly now: Date;
  readonly state: AccountState;
  readonly grantedAt: Date;
  readonly expiresAt: Date;
  readonly lostBecause: LostBecause | null;
  /** X refused this access token although it should be good. */
  readonly doubted: boolean;
  readonly refreshLeasedUntil: Date | null;
}

/** Early enough that a post never waits for it, however short a token X gives. */
const renewBeforeMs = 5 * 60 * 1000;
/** A call that begins now should still find the token good when it ends. */
const goodForMs = 30 * 1000;

/**
 * What somebody who needs the access token does: use it, ask X for the next pair, wait for whoever is asking
 * already, wait for a person who connects an account again, or give up because somebody took the connection back.
 *
 * It is renewed halfway through its life. X's answer can be lost, and with it the one refresh token that works: the key
 * in force then lasts as long again, for a person to connect the account while posts still go.
 */
export function decideToken(
  situation: TokenSituation,
): 'use' | 'refresh' | 'wait' | 'waitForPerson' | 'notConnected' {
  if (situation.state === 'disconnected') return 'notConnected';
  if (situation.state !== 'connected') return outlastsRenewal(situation) ? 'use' : 'waitForPerson';
  if (!situation.doubted && !isTimeToRenew(situation)) return 'use';
  const isLeased = situation.refreshLeasedUntil !== null && situation.refreshLeasedUntil > situation.now;
  if (!isLeased) return 'refresh';
  return isStillGood(situation) ? 'use' : 'wait';
}

/** X does not renew it any more, and has not said a word against the key in force. */
const outlastsRenewal = (situation: TokenSituation): boolean =>
  situation.state === 'needsReconnecting' &&
  situation.lostBecause === 'renewalRefused' &&
  isStillGood(situation);

function isTimeToRenew({ now, grantedAt, expiresAt }: TokenSituation): boolean {
  const halfLifeMs = (expiresAt.getTime() - grantedAt.getTime()) / 2;
  return expiresAt.getTime() - now.getTime() <= Math.max(renewBeforeMs, halfLifeMs);
}

export const isStillGood = ({ doubted, expiresAt, now }: TokenSituation): boolean =>
  !doubted && expiresAt.getTime() - now.getTime() > goodForMs;
