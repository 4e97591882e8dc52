import { accept, type InputOf, type ResultOf, refuse, type renewBackupCodes } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { NoteForCharities } from '../people/note-for-charities.js';
import { SecondFactor } from './second-factor.js';

@Injectable()
export class RenewBackupCodes implements Handles<typeof renewBackupCodes> {
  constructor(
    private readonly secondFactor: SecondFactor,
    private readonly database: Database,
    private readonly notes: NoteForCharities,
  ) {}

  async handle(
    _: InputOf<typeof renewBackupCodes>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof renewBackupCodes>> {
    if (caller.kind !== 'person') return refuse('forbidden');
    const { personId } = caller;
    const backupCodes = await this.secondFactor.renewBackupCodes(personId);
    if (!backupCodes) return refuse('isOff');
    const details = { to: 'newBackupCodes' };
    await this.database.asWorker((all) =>
      this.notes.note(all, personId, 'sign-in.second-factor-changed', details),
    );
    return accept({ backupCodes });
  }
}
