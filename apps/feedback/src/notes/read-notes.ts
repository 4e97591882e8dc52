import type { OutputOf, viewWeekendNotes } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';
import type { WeekendRow } from '../takeovers/weekend.js';
import { notesAbout } from './notes-about.js';

export type Notes = OutputOf<typeof viewWeekendNotes>;

interface NoteRow {
  readonly version: number;
  readonly sealed_text: Buffer;
  readonly for_report: boolean;
  readonly changed_at: Date;
}

export async function readNotes(
  tx: Tx,
  vault: Vault,
  { takeoverId, curatorId }: Pick<WeekendRow, 'takeoverId' | 'curatorId'>,
): Promise<Notes> {
  const [row] = await tx.query<NoteRow>(
    `SELECT version, sealed_text, for_report, changed_at FROM weekend_note
      WHERE charity_id = $1 AND takeover_id = $2`,
    [tx.charityId, takeoverId],
  );
  if (!row) return { text: '', forReport: false, version: 0, changedAt: null };
  const text = await vault.open(tx, notesAbout(curatorId), 'notes', row.sealed_text);
  const { version, for_report: forReport, changed_at: changedAt } = row;
  return { text, forReport, version, changedAt: changedAt.toISOString() };
}
