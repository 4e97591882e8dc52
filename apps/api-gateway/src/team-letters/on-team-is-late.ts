import type { FactOf, teamIsLate } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { CallTeam } from '../on-call/call-team.js';

@Injectable()
export class OnTeamIsLate implements Consumes<typeof teamIsLate> {
  constructor(private readonly team: CallTeam) {}

  handle({ id, data }: FactOf<typeof teamIsLate>, tx: Tx): Promise<void> {
    return this.team.call(tx, { reason: 'late', cause: id, subject: data.id, details: { what: data.what } });
  }
}
