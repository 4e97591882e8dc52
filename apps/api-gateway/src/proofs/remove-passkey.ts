import { accept, type InputOf, platformId, refuse, type removePasskey } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { NoteForCharities } from '../people/note-for-charities.js';
import { Passkeys } from './passkeys.js';

@Injectable()
export class RemovePasskey implements Handles<typeof removePasskey> {
  constructor(
    private readonly passkeys: Passkeys,
    private readonly database: Database,
    private readonly notes: NoteForCharities,
  ) {}

  async handle({ passkeyId }: InputOf<typeof removePasskey>, { caller }: CallContext) {
    if (caller.kind !== 'person') return refuse('forbidden');
    const { personId } = caller;
    const removed = await this.database.asWorker(async (all) => {
      const was = await this.passkeys.remove(await all.enterCharity(platformId), personId, passkeyId);
      if (was) await this.notes.note(all, personId, 'sign-in.passkey-removed');
      return was;
    });
    return removed ? accept({ removed: true as const }) : refuse('notFound');
  }
}
