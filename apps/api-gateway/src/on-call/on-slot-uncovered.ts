import type { FactOf, slotUncovered } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { CallTeam } from './call-team.js';

const dayMs = 24 * 60 * 60 * 1000;

/** Nobody is left to ask. Where less than a day is left, everybody hears of it at once. */
@Injectable()
export class OnSlotUncovered implements Consumes<typeof slotUncovered> {
  constructor(private readonly team: CallTeam) {}

  async handle({ id, data }: FactOf<typeof slotUncovered>, tx: Tx): Promise<void> {
    const { slotId: subject, opensAt, closesAt, asked } = data;
    const [clock] = await tx.query<{ now: Date }>('SELECT baton.now() AS now');
    const isUrgent = !clock || Date.parse(opensAt) - clock.now.getTime() < dayMs;
    const details = { opensAt, closesAt, asked, isUrgent };
    await this.team.call(tx, { reason: 'uncovered', cause: id, subject, details });
  }
}
