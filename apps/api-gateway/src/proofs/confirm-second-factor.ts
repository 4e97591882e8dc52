import {
  accept,
  type confirmSecondFactor,
  type InputOf,
  platformId,
  type ResultOf,
  refuse,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { NoteForCharities } from '../people/note-for-charities.js';
import { RememberedDevices } from '../sessions/remembered-devices.js';
import { SecondFactor } from './second-factor.js';
import { refusalOf } from './second-factor-refusal.js';

/** Devices that were remembered before there was a second factor have never seen one, so they are forgotten. */
@Injectable()
export class ConfirmSecondFactor implements Handles<typeof confirmSecondFactor> {
  constructor(
    private readonly secondFactor: SecondFactor,
    private readonly devices: RememberedDevices,
    private readonly database: Database,
    private readonly notes: NoteForCharities,
  ) {}

  async handle(
    { code }: InputOf<typeof confirmSecondFactor>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof confirmSecondFactor>> {
    if (caller.kind !== 'person') return refuse('forbidden');
    const { personId } = caller;
    const verified = await this.secondFactor.confirm(personId, code);
    if (verified !== 'right') return refusalOf(verified);
    await this.database.asWorker(async (all) => {
      await this.devices.forgetAll(await all.enterCharity(platformId), personId);
      await this.notes.note(all, personId, 'sign-in.second-factor-changed', { to: 'on' });
    });
    return accept({ secondFactor: 'on' as const });
  }
}
