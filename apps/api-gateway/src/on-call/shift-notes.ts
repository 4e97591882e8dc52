import type { MemberId, ShiftId } from '@baton/contracts';
import { type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';

const field = 'note';
const ownerOf = (shiftId: ShiftId): string => `shift:${shiftId}`;

interface Row {
  readonly shiftId: ShiftId;
  readonly sealed: Buffer;
}

const keep = `
  INSERT INTO shift_note (charity_id, shift_id, for_member, note_sealed) VALUES ($1, $2, $3, $4)
  ON CONFLICT (charity_id, shift_id) DO UPDATE SET for_member = excluded.for_member, note_sealed = excluded.note_sealed`;
const read = `
  SELECT shift_id AS "shiftId", note_sealed AS sealed FROM shift_note JOIN on_call_shift USING (charity_id, shift_id)
   WHERE charity_id = $1 AND for_member = $2 AND member_id = $2 AND ends_at > (SELECT baton.now())`;

/**
 * What is handed over with a shift, in somebody's own words: for whoever took the shift over, and for nobody else, its author
 * included. Sealed with a key of the shift, which goes with it.
 */
@Injectable()
export class ShiftNotes {
  constructor(private readonly vault: Vault) {}

  /** With an offer. An offer without a note takes back the one that came with an offer before; one that was handed over stays. */
  async offer(tx: Tx, shiftId: ShiftId, note: string | undefined): Promise<void> {
    if (note) return this.keep(tx, shiftId, { note, forMember: null });
    const [unread] = await tx.query(
      'SELECT FROM shift_note WHERE charity_id = $1 AND shift_id = $2 AND for_member IS NULL',
      [tx.charityId, shiftId],
    );
    if (unread) await this.erase(tx, shiftId);
  }

  /** To whoever takes the shift over, or the rest of it, which has an id of its own. */
  async handOn(tx: Tx, from: ShiftId, { to, memberId }: { to: ShiftId; memberId: MemberId }): Promise<void> {
    const [row] = await tx.query<{ sealed: Buffer }>(
      'SELECT note_sealed AS sealed FROM shift_note WHERE charity_id = $1 AND shift_id = $2',
      [tx.charityId, from],
    );
    if (!row) return;
    const note = await this.vault.open(tx, ownerOf(from), field, row.sealed);
    if (to !== from) await this.erase(tx, from);
    await this.keep(tx, to, { note, forMember: memberId });
  }

  /** By shift, those that are for this member to read. */
  async readAs(tx: Tx, memberId: MemberId): Promise<ReadonlyMap<ShiftId, string>> {
    const rows = await tx.query<Row>(read, [tx.charityId, memberId]);
    const sealed = rows.map((row) => ({ owner: ownerOf(row.shiftId), sealed: row.sealed }));
    const notes = await this.vault.openAll(tx, field, sealed);
    return new Map(rows.map(({ shiftId }, at) => [shiftId, notes[at] ?? '']));
  }

  async erase(tx: Tx, shiftId: ShiftId): Promise<void> {
    await this.vault.shred(tx, ownerOf(shiftId));
    await tx.query('DELETE FROM shift_note WHERE charity_id = $1 AND shift_id = $2', [tx.charityId, shiftId]);
    await mark(tx, shiftId, false);
  }

  private async keep(
    tx: Tx,
    shiftId: ShiftId,
    { note, forMember }: { note: string; forMember: MemberId | null },
  ): Promise<void> {
    const sealed = await this.vault.seal(tx, ownerOf(shiftId), field, note);
    await tx.query(keep, [tx.charityId, shiftId, forMember, sealed]);
    await mark(tx, shiftId, true);
  }
}

const mark = (tx: Tx, shiftId: ShiftId, hasNote: boolean) =>
  tx.query('UPDATE on_call_shift SET has_note = $3 WHERE charity_id = $1 AND shift_id = $2', [
    tx.charityId,
    shiftId,
    hasNote,
  ]);
