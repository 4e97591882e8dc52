import type { ApplicationId, ApplicationNoteId, MemberId, OutputOf, viewApplication } from '@baton/contracts';
import { type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { sealedFor } from '../identity/identity-vault.js';

type Note = OutputOf<typeof viewApplication>['notes'][number];

interface NewNote {
  readonly noteId: ApplicationNoteId;
  readonly by: MemberId;
  readonly text: string;
}

interface NoteRow {
  readonly noteId: ApplicationNoteId;
  readonly by: MemberId;
  readonly at: Date;
  readonly sealed: Buffer;
}

/** What the team says among itself about an application. It is about a person, so it is sealed with them and goes with them. */
@Injectable()
export class ApplicationNotes {
  constructor(private readonly vault: Vault) {}

  /** `again`: it was there already, as it was given. `other`: the id is that of another note. */
  async write(tx: Tx, id: ApplicationId, note: NewNote): Promise<'written' | 'again' | 'other'> {
    const sealed = await this.vault.seal(tx, sealedFor(id), 'note', note.text);
    const written = await tx.query(
      `INSERT INTO application_note (charity_id, note_id, application_id, written_by, text_sealed)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING 1`,
      [tx.charityId, note.noteId, id, note.by, sealed],
    );
    if (written.length > 0) return 'written';
    const known = (await this.notesOf(tx, id)).find(({ noteId }) => noteId === note.noteId);
    return known?.text === note.text ? 'again' : 'other';
  }

  /** Oldest first. */
  async notesOf(tx: Tx, id: ApplicationId): Promise<Note[]> {
    const rows = await tx.query<NoteRow>(
      `SELECT note_id AS "noteId", written_by AS by, written_at AS at, text_sealed AS sealed
         FROM application_note WHERE charity_id = $1 AND application_id = $2 ORDER BY written_at, note_id`,
      [tx.charityId, id],
    );
    return Promise.all(
      rows.map(async ({ sealed, at, ...row }) => ({
        ...row,
        at: at.toISOString(),
        text: await this.vault.open(tx, sealedFor(id), 'note', sealed),
      })),
    );
  }

  /** Undefined where there is no such note. */
  async writerOf(tx: Tx, id: ApplicationId, noteId: ApplicationNoteId): Promise<MemberId | undefined> {
    const [note] = await tx.query<{ by: MemberId }>(
      `SELECT written_by AS by FROM application_note
        WHERE charity_id = $1 AND application_id = $2 AND note_id = $3 FOR UPDATE`,
      [tx.charityId, id, noteId],
    );
    return note?.by;
  }

  async remove(tx: Tx, noteId: ApplicationNoteId): Promise<void> {
    await tx.query('DELETE FROM application_note WHERE charity_id = $1 AND note_id = $2', [
      tx.charityId,
      noteId,
    ]);
  }
}
