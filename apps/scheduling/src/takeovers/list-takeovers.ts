import { accept, type InputOf, type listTakeovers, type ResultOf } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { takeoversOf } from './takeovers.js';

@Injectable()
export class ListTakeovers implements Handles<typeof listTakeovers> {
  constructor(private readonly database: Database) {}

  handle(
    { charityId, ...wanted }: InputOf<typeof listTakeovers>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof listTakeovers>> {
    const only = caller.kind === 'curator' ? caller.curatorId : undefined;
    return this.database.inCharity(charityId, async (tx) =>
      accept({ takeovers: await takeoversOf(tx, only, wanted) }),
    );
  }
}
