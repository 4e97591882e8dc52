import { accept, type addPasskey, type InputOf, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { NoteForCharities } from '../people/note-for-charities.js';
import { Passkeys } from './passkeys.js';

@Injectable()
export class AddPasskey implements Handles<typeof addPasskey> {
  constructor(
    private readonly passkeys: Passkeys,
    private readonly database: Database,
    private readonly notes: NoteForCharities,
  ) {}

  async handle(
    { ticket, answer, name }: InputOf<typeof addPasskey>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof addPasskey>> {
    if (caller.kind !== 'person') return refuse('forbidden');
    const { personId } = caller;
    const passkeyId = await this.passkeys.add(personId, { ticket, answer, name });
    if (!passkeyId) return refuse('wrongPasskey');
    await this.database.asWorker((all) => this.notes.note(all, personId, 'sign-in.passkey-added'));
    return accept({ passkeyId, name });
  }
}
