import { accept, type InputOf, type listOnCall, type ResultOf } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { presentShift, shiftsAhead } from './shifts.js';

@Injectable()
export class ListOnCall implements Handles<typeof listOnCall> {
  constructor(private readonly database: Database) {}

  async handle(
    { charityId }: InputOf<typeof listOnCall>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof listOnCall>> {
    const shifts = await this.database.inCharity(charityId, shiftsAhead);
    return accept({ shifts: shifts.map((shift) => presentShift(shift, caller)) });
  }
}
