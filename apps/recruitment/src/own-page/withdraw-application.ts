import { accept, type InputOf, type ResultOf, refuse, type withdrawApplication } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { ErasePerson } from '../erasure/erase-person.js';
import { turnAtPeople } from '../turns/turn-at-people.js';
import { OwnLinks } from './own-links.js';

/** An applicant goes, at once and without a reason. Their links go with everything else, so that it cannot happen twice. */
@Injectable()
export class WithdrawApplication implements Handles<typeof withdrawApplication> {
  constructor(
    private readonly database: Database,
    private readonly links: OwnLinks,
    private readonly erasing: ErasePerson,
  ) {}

  async handle({
    charityId,
    token,
  }: InputOf<typeof withdrawApplication>): Promise<ResultOf<typeof withdrawApplication>> {
    return this.database.inCharity(charityId, async (tx) => {
      await turnAtPeople(tx);
      const application = await this.links.holderOf(tx, token, 'FOR UPDATE');
      if (!application) return refuse('linkOver');
      if (application.curatorId) return refuse('signInInstead');
      const by = `applicant ${application.applicationId}`;
      await this.erasing.erase(tx, application, { by, pastPosts: 'keep' });
      return accept({ state: 'withdrawn' as const });
    });
  }
}
