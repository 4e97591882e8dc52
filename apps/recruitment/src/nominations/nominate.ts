import type { InputOf, nominate, ResultOf } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { AskNominee } from './ask-nominee.js';

/** Somebody who follows the account knows who would be good at it. Whoever signs in nominates like anybody else here. */
@Injectable()
export class Nominate implements Handles<typeof nominate> {
  constructor(
    private readonly database: Database,
    private readonly asking: AskNominee,
  ) {}

  async handle(
    { charityId, ...nominee }: InputOf<typeof nominate>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof nominate>> {
    const by = caller.kind === 'curator' ? ({ kind: 'anyone' } as const) : caller;
    return this.database.inCharity(charityId, (tx) => this.asking.ask(tx, nominee, by));
  }
}
