import type { FactOf, takeoverPreFlightFailed } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { CallTeam } from './call-team.js';

/** Something is missing for a weekend. A day before, there is time to ask whoever is on call first; an hour before, everybody is called. */
@Injectable()
export class OnPreFlightFailed implements Consumes<typeof takeoverPreFlightFailed> {
  constructor(private readonly team: CallTeam) {}

  handle({ id, data }: FactOf<typeof takeoverPreFlightFailed>, tx: Tx): Promise<void> {
    const { takeoverId: subject, problems, opensAt, time } = data;
    const details = { problems, opensAt, isUrgent: time === 'hourBefore' };
    return this.team.call(tx, { reason: 'preFlight', cause: id, subject, details });
  }
}
