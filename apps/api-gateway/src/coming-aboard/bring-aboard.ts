import { type Caller, isRefusal, type Refusal, refuse, tenancyAudited } from '@baton/contracts';
import { appendFacts, newAuditFact } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { RegisterCharity } from '../charities/register-charity.js';
import { platformId } from '../people/platform.js';
import { type AboardApplication, AboardApplications } from './aboard-applications.js';

/**
 * Makes a charity of an application, whose contact becomes its owner. Registering comes first and can be repeated, so that
 * a crash before the decision is noted leaves nothing half done: deciding again finishes it.
 */
@Injectable()
export class BringAboard {
  constructor(
    private readonly database: Database,
    private readonly applications: AboardApplications,
    private readonly register: RegisterCharity,
  ) {}

  async bring(
    application: AboardApplication,
    { by, slug }: { by: Caller | string; slug: string },
  ): Promise<{ slug: string } | Refusal<'slugTaken' | 'decidedAlready'>> {
    const { charityId, name, zone, ownerMemberId } = application;
    const email = await this.database.inCharity(platformId, (tx) =>
      this.applications.contactOf(tx, application),
    );
    const owner = { memberId: ownerMemberId, email };
    const registered = await this.register.handle({ charityId, name, slug, zone, owner });
    if (isRefusal(registered)) {
      return refuse(registered.refusal.code === 'slugTaken' ? 'slugTaken' : 'decidedAlready');
    }
    await this.database.inCharity(platformId, async (tx) => {
      const current = await this.applications.byId(tx, charityId);
      if (current?.state !== 'waiting') return;
      await this.applications.decide(tx, charityId, 'approved');
      const note = { by, action: 'charity.approved', about: charityId, at: current.now } as const;
      await appendFacts(tx, newAuditFact(tenancyAudited, note));
    });
    return { slug: registered.value.slug };
  }
}
