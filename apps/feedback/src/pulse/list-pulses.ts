import { accept, type InputOf, type listPulses } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { figuresOf } from './figures.js';
import { isOver, lastPulses } from './pulses.js';

@Injectable()
export class ListPulses implements Handles<typeof listPulses> {
  constructor(private readonly database: Database) {}

  async handle({ charityId }: InputOf<typeof listPulses>) {
    const pulses = await this.database.inCharity(charityId, async (tx) => {
      const rows = await lastPulses(tx);
      const figures = await figuresOf(
        tx,
        rows.map(({ takeoverId }) => takeoverId),
      );
      return rows.map((row) => ({
        ...{ takeoverId: row.takeoverId, code: row.code },
        ...{ opensAt: row.opensAt.toISOString(), closesAt: row.closesAt.toISOString() },
        state: isOver(row) ? ('over' as const) : ('open' as const),
        ...figures(row.takeoverId),
      }));
    });
    return accept({ pulses });
  }
}
