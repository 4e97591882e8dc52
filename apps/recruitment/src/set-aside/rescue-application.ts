import { accept, type InputOf, type ResultOf, refuse, type rescueApplication } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findApplication } from '../applications/application-row.js';
import { TakeIn } from '../applications/take-in.js';
import { noteInAudit } from '../audit/note-in-audit.js';
import { takeTurns } from '../turns/take-turns.js';
import { SetAside } from './set-aside.js';

/** Rescued again it is the application it became. The team’s word goes before places and closing times. */
@Injectable()
export class RescueApplication implements Handles<typeof rescueApplication> {
  constructor(
    private readonly database: Database,
    private readonly setAside: SetAside,
    private readonly takingIn: TakeIn,
  ) {}

  async handle(
    { charityId, applicationId }: InputOf<typeof rescueApplication>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof rescueApplication>> {
    return this.database.inCharity(charityId, async (tx) => {
      await takeTurns(tx, `application ${applicationId}`);
      const form = await this.setAside.find(tx, applicationId);
      const known = await findApplication(tx, applicationId);
      if (known) return accept({ applicationId, state: known.state });
      if (!form) return refuse('notFound');
      const words = await this.setAside.wordsOf(tx, form);
      const person = await this.setAside.personOf(tx, form);
      const outcome = await this.takingIn.take(tx, { ...words, person }, form.contentFingerprint);
      if (outcome === 'standsAlready') return refuse('standsAlready');
      await this.setAside.release(tx, applicationId);
      await noteInAudit(tx, { by: caller, action: 'application.rescued', about: applicationId });
      return accept({ applicationId, state: 'applied' as const });
    });
  }
}
