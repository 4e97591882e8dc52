import { type Caller, platformId, type Refusal, refuse, tenancyAudited } from '@baton/contracts';
import { appendFacts, newAuditFact } from '@baton/messaging';
import { Database, erasedAmong, isViolationOf, type WorkerTx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { type NewCharity, RegisterCharity } from '../charities/register-charity.js';
import { People } from '../people/people.js';
import { type AboardApplication, AboardApplications } from './aboard-applications.js';

interface Approval {
  readonly by: Caller | string;
  readonly slug: string;
}

/**
 * Makes a charity of an application, whose contact becomes its owner. The decision and the charity are one transaction, with
 * the application locked: of two who decide at once, one finds it decided.
 */
@Injectable()
export class BringAboard {
  constructor(
    private readonly database: Database,
    private readonly applications: AboardApplications,
    private readonly people: People,
    private readonly register: RegisterCharity,
  ) {}

  async bring(
    application: AboardApplication,
    approval: Approval,
  ): Promise<{ slug: string } | Refusal<'slugTaken' | 'decidedAlready'>> {
    const { charityId, name, zone, ownerMemberId } = application;
    const email = await this.database.inCharity(platformId, (tx) =>
      this.applications.contactOf(tx, application),
    );
    const owner = { memberId: ownerMemberId, personId: await this.people.findOrMake(email) };
    const charity = { charityId, name, slug: approval.slug, zone, owner };
    const made = await this.database
      .asWorker((all) => this.decide(all, charity, approval))
      .catch((error: unknown) => {
        if (isViolationOf(error, 'charity_slug_taken')) return refuse('slugTaken');
        throw error;
      });
    if ('ok' in made) return made;
    await this.register.welcome(made, owner.personId);
    return { slug: made.slug };
  }

  private async decide(all: WorkerTx, charity: NewCharity, { by }: Approval) {
    const { charityId } = charity;
    if ((await erasedAmong(all, [charityId])).size > 0) return refuse('decidedAlready');
    const platform = await all.enterCharity(platformId);
    const current = await this.applications.byId(platform, charityId);
    if (current?.state !== 'waiting') return refuse('decidedAlready');
    await this.applications.decide(platform, charityId, 'approved');
    const note = { by, action: 'charity.approved', about: charityId, at: current.now } as const;
    await appendFacts(platform, newAuditFact(tenancyAudited, note));
    const { charity: made } = await this.register.register(await all.enterCharity(charityId), charity);
    return made;
  }
}
