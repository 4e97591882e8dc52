import { accept, type InputOf, type ResultOf, refuse, type setOwnMailWishes } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { keepMailWishes } from '../mail-wishes/mail-wishes.js';
import { OwnLinks } from './own-links.js';

/** An applicant says how they want to be written to. Holds for every mail that is written from now on. */
@Injectable()
export class SetOwnMailWishes implements Handles<typeof setOwnMailWishes> {
  constructor(
    private readonly database: Database,
    private readonly links: OwnLinks,
  ) {}

  async handle({
    charityId,
    token,
    ...wishes
  }: InputOf<typeof setOwnMailWishes>): Promise<ResultOf<typeof setOwnMailWishes>> {
    return this.database.inCharity(charityId, async (tx) => {
      const application = await this.links.holderOf(tx, token, 'FOR UPDATE');
      if (!application) return refuse('linkOver');
      if (application.curatorId) return refuse('signInInstead');
      const { applicationId } = application;
      await this.links.prove(tx, token);
      await keepMailWishes(tx, applicationId, wishes);
      const by = `applicant ${applicationId}`;
      await noteInAudit(tx, { by, action: 'identity.corrected', about: applicationId });
      return accept(wishes);
    });
  }
}
