import type { FactOf, onCallChanged } from '@baton/contracts';
import type { Consumes } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';

/** When somebody of the team is on call; who it is, is not known here. */
@Injectable()
export class OnOnCallChanged implements Consumes<typeof onCallChanged> {
  async handle({ data }: FactOf<typeof onCallChanged>, tx: Tx): Promise<void> {
    const { shiftId, beginsAt, endsAt, stands } = data;
    await tx.query('DELETE FROM on_call_shift WHERE charity_id = $1 AND shift_id = $2', [
      tx.charityId,
      shiftId,
    ]);
    if (!stands) return;
    await tx.query(
      'INSERT INTO on_call_shift (charity_id, shift_id, begins_at, ends_at) VALUES ($1, $2, $3, $4)',
      [tx.charityId, shiftId, beginsAt, endsAt],
    );
  }
}
