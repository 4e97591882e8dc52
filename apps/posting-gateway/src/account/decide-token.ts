export type AccountState = 'connected' | 'needsReconnecting' | 'disconnected' | 'replaced';

/** A connected account's tokens as they stand. All instants are of the database's clock. */
export interface TokenSituation {
  readonly now: Date;
  readonly state: AccountState;
  readonly expiresAt: Date;
  /** X refused this access token although it should be good. */
  readonly doubted: boolean;
  readonly refreshLeasedUntil: Date | null;
}

/** Early enough that a post never waits for it, and that a lost answer leaves time to notice. */
const renewBeforeMs = 5 * 60 * 1000;
/** A call that begins now should still find the token good when it ends. */
const goodForMs = 30 * 1000;

/**
 * What somebody who needs the access token does: use it, ask X for the next pair, wait for whoever is asking
 * already, wait for a person who connects an account again, or give up because somebody took the connection back.
 */
export function decideToken(
  situation: TokenSituation,
): 'use' | 'refresh' | 'wait' | 'waitForPerson' | 'notConnected' {
  if (situation.state === 'disconnected') return 'notConnected';
  if (situation.state !== 'connected') return 'waitForPerson';
  const leftMs = situation.expiresAt.getTime() - situation.now.getTime();
  if (!situation.doubted && leftMs > renewBeforeMs) return 'use';
  const isLeased = situation.refreshLeasedUntil !== null && situation.refreshLeasedUntil > situation.now;
  if (!isLeased) return 'refresh';
  return isStillGood(situation) ? 'use' : 'wait';
}

export const isStillGood = ({ doubted, expiresAt, now }: TokenSituation): boolean =>
  !doubted && expiresAt.getTime() - now.getTime() > goodForMs;
