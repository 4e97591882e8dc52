import { accept, type InputOf, type listOnCall, MemberId, type ResultOf } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { ShiftNotes } from './shift-notes.js';
import { presentShift, shiftsAhead } from './shifts.js';

@Injectable()
export class ListOnCall implements Handles<typeof listOnCall> {
  constructor(
    private readonly database: Database,
    private readonly notes: ShiftNotes,
  ) {}

  async handle(
    { charityId }: InputOf<typeof listOnCall>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof listOnCall>> {
    return this.database.inCharity(charityId, async (tx) => {
      const notes =
        caller.kind === 'staff' ? await this.notes.readAs(tx, MemberId.parse(caller.memberId)) : undefined;
      const shifts = await shiftsAhead(tx);
      return accept({
        shifts: shifts.map((shift) => presentShift(shift, caller, notes?.get(shift.shiftId))),
      });
    });
  }
}
