import type { FactOf, stormBegan } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { CallTeam } from '../on-call/call-team.js';

@Injectable()
export class OnStormBegan implements Consumes<typeof stormBegan> {
  constructor(private readonly team: CallTeam) {}

  handle({ id, data }: FactOf<typeof stormBegan>, tx: Tx): Promise<void> {
    return this.team.call(tx, { reason: 'storm', cause: id, subject: data.takeoverId });
  }
}
