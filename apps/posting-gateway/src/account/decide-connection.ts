import type { AccountId } from '@baton/contracts';

export interface KnownAccount {
  readonly accountId: AccountId;
  readonly xUserId: string;
}

/**
 * Under which id an account is connected. The same account on X keeps the id it had, and with it its posts. Another one
 * takes the place of the first only if whoever began said so, because a person may be signed in to the wrong account on X.
 */
export function decideConnection(situation: {
  /** The charity's account until now, connected or not. */
  readonly current: KnownAccount | undefined;
  readonly begun: { readonly accountId: AccountId; readonly anotherAccount: boolean };
  readonly xUserId: string;
}): { readonly accountId: AccountId } | 'anotherAccount' {
  const { current, begun, xUserId } = situation;
  if (!current) return { accountId: begun.accountId };
  if (current.xUserId === xUserId) return { accountId: current.accountId };
  const saidSo = begun.anotherAccount && begun.accountId !== current.accountId;
  return saidSo ? { accountId: begun.accountId } : 'anotherAccount';
}
