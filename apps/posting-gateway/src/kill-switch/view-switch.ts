import { accept, type InputOf, type ResultOf, type viewSwitch } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { presentSwitch, readSwitch } from './read-switch.js';

/** Who has the account just now. */
@Injectable()
export class ViewSwitch implements Handles<typeof viewSwitch> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle({ charityId }: InputOf<typeof viewSwitch>): Promise<ResultOf<typeof viewSwitch>> {
    return this.database.inCharity(charityId, async (tx) =>
      accept(await presentSwitch(tx, this.vault, await readSwitch(tx))),
    );
  }
}
