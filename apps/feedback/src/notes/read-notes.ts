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

/** A note whose key is gone is an empty one; one that does not open for any other reason is a fault. */
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
  const owner = notesAbout(curatorId);
  const text = (await hasKey(tx, owner)) ? await vault.open(tx, owner, 'notes', row.sealed_text) : '';
  const { version, for_report: forReport, changed_at: changedAt } = row;
  return { text, forReport, version, changedAt: changedAt.toISOString() };
}

async function hasKey(tx: Tx, owner: string): Promise<boolean> {
  const rows = await tx.query('SELECT 1 FROM data_key WHERE charity_id = $1 AND owner = $2', [
    tx.charityId,
    owner,
  ]);
  return rows.length > 0;
}
