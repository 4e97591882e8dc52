import type { AccountId, CharityId } from '@baton/contracts';
import type { Database } from '@baton/persistence';
import type { INestApplicationContext } from '@nestjs/common';

/** What charities are rehearsed on: a real database, our own use cases, and an X of some kind. */
export interface Stage<Account> {
  readonly database: Database;
  readonly app: INestApplicationContext;
  /** The database's clock. */
  now(): Promise<Date>;
  /** The account as it is on X. */
  accountOnX(accountId: AccountId): Account;
  /** Lets the charity publish through this account. */
  connect(charityId: CharityId, accountId: AccountId): Promise<void>;
}
