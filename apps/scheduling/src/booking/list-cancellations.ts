import { accept, type InputOf, type listCancellations, type ResultOf } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { cancellations } from './cancellations.js';

@Injectable()
export class ListCancellations implements Handles<typeof listCancellations> {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  handle({ charityId }: InputOf<typeof listCancellations>): Promise<ResultOf<typeof listCancellations>> {
    return this.database.inCharity(charityId, async (tx) =>
      accept({ cancellations: await cancellations(tx, this.vault) }),
    );
  }
}
