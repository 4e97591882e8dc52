import type { AccountId } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';

/** What is secret about a connected account. Each is sealed for its account and for its own column. */
type Secret = 'client-secret' | 'code-verifier' | 'access-token' | 'refresh-token';

const ownerOf = (accountId: AccountId): string => `account:${accountId}`;

export const sealSecret = (vault: Vault, tx: Tx, accountId: AccountId, secret: Secret, plain: string) =>
  vault.seal(tx, ownerOf(accountId), secret, plain);

export const openSecret = (vault: Vault, tx: Tx, accountId: AccountId, secret: Secret, sealed: Buffer) =>
  vault.open(tx, ownerOf(accountId), secret, sealed);

/** After this nobody can use the account's tokens any more, whoever holds a copy of the tables. */
export const shredSecrets = (vault: Vault, tx: Tx, accountId: AccountId) =>
  vault.shred(tx, ownerOf(accountId));
