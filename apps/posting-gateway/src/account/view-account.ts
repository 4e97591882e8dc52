import { accept, type InputOf, type viewAccount } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { findAccount } from './connected-account.js';

@Injectable()
export class ViewAccount implements Handles<typeof viewAccount> {
  constructor(@Inject(Database) private readonly database: Database) {}

  handle({ charityId }: InputOf<typeof viewAccount>) {
    return this.database.inCharity(charityId, async (tx) =>
      accept({ account: (await findAccount(tx)) ?? null }),
    );
  }
}
