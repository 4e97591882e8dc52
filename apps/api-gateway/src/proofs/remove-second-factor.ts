import { accept, type InputOf, refuse, type removeSecondFactor } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { NoteForCharities } from '../people/note-for-charities.js';
import { SecondFactor } from './second-factor.js';

@Injectable()
export class RemoveSecondFactor implements Handles<typeof removeSecondFactor> {
  constructor(
    private readonly secondFactor: SecondFactor,
    private readonly database: Database,
    private readonly notes: NoteForCharities,
  ) {}

  async handle(_: InputOf<typeof removeSecondFactor>, { caller }: CallContext) {
    if (caller.kind !== 'person') return refuse('forbidden');
    const { personId } = caller;
    if (await this.secondFactor.remove(personId)) {
      const details = { to: 'off' };
      await this.database.asWorker((all) =>
        this.notes.note(all, personId, 'sign-in.second-factor-changed', details),
      );
    }
    return accept({ secondFactor: 'off' as const });
  }
}
