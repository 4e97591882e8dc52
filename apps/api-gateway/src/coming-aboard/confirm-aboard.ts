import {
  accept,
  type confirmAboard,
  type InputOf,
  isRefusal,
  platformId,
  type ResultOf,
  refuse,
  tenancyAudited,
} from '@baton/contracts';
import { appendFacts, type Handles, newAuditFact } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { CharityDirectory } from '../charities/charity-directory.js';
import { type AboardApplication, AboardApplications } from './aboard-applications.js';
import { hashOf } from './apply-aboard.js';
import { BringAboard } from './bring-aboard.js';
import { namesLike } from './names-like.js';

/** Who decides: a person of the platform, or nobody because the installation is the charity's own. */
export const APPROVE_CHARITIES = Symbol('approve charities');
export type ApproveCharities = 'by-hand' | 'at-once';

/** The link's button. Pressed again it says the same, until somebody has decided. */
@Injectable()
export class ConfirmAboard implements Handles<typeof confirmAboard> {
  constructor(
    private readonly database: Database,
    private readonly applications: AboardApplications,
    private readonly charities: CharityDirectory,
    private readonly aboard: BringAboard,
    @Inject(APPROVE_CHARITIES) private readonly approve: ApproveCharities,
  ) {}

  async handle({ token }: InputOf<typeof confirmAboard>): Promise<ResultOf<typeof confirmAboard>> {
    const application = await this.database.inCharity(platformId, async (tx) => {
      const confirmed = await this.applications.confirm(tx, hashOf(token));
      if (confirmed?.isNew) {
        const note = {
          by: 'somebody signed out',
          action: 'charity.applied',
          about: confirmed.charityId,
        } as const;
        await appendFacts(tx, newAuditFact(tenancyAudited, { ...note, at: confirmed.now }));
      }
      return confirmed;
    });
    if (!application) return refuse('wrongLink');
    const waits = accept({ name: application.name, state: 'waiting' } as const);
    if (this.approve === 'by-hand' || (await this.couldBeTakenForAnother(application))) return waits;
    const { slug } = application;
    const brought = await this.aboard.bring(application, { by: 'the settings of this installation', slug });
    return isRefusal(brought) ? waits : accept({ name: application.name, state: 'aboard' });
  }

  /** Such a name is a person's to decide about, also where nobody decides otherwise. */
  private async couldBeTakenForAnother(application: AboardApplication): Promise<boolean> {
    const waiting = await this.database.inCharity(platformId, (tx) => this.applications.waiting(tx));
    return namesLike(application, [...(await this.charities.all()), ...waiting]).length > 0;
  }
}
