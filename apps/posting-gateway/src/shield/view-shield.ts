import { accept, type InputOf, type ResultOf, type viewShield } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { readWishes, wisherOf } from './shield-wishes.js';

@Injectable()
export class ViewShield implements Handles<typeof viewShield> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  async handle(
    { charityId }: InputOf<typeof viewShield>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof viewShield>> {
    const wisher = wisherOf(caller, charityId);
    return accept(await this.database.inCharity(charityId, (tx) => readWishes(tx, this.vault, wisher)));
  }
}
