import {
  accept,
  type approveCharity,
  type declineCharity,
  type InputOf,
  isRefusal,
  type listAboard,
  type OutputOf,
  platformId,
  type ResultOf,
  refuse,
  tenancyAudited,
} from '@baton/contracts';
import { charityDeclined } from '@baton/mail';
import { appendFacts, type CallContext, type Handles, newAuditFact } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { CharityDirectory } from '../charities/charity-directory.js';
import { QueueLetter } from '../mail-queue/queue-letter.js';
import { type AboardApplication, AboardApplications } from './aboard-applications.js';
import { BringAboard } from './bring-aboard.js';
import { namesLike } from './names-like.js';
import { looksOdd } from './registration-number.js';
import { isReserved } from './reserved-slugs.js';

const worthMinutes = 24 * 60;
type Waiting = OutputOf<typeof listAboard>['waiting'][number];

@Injectable()
export class ListAboard implements Handles<typeof listAboard> {
  constructor(
    private readonly database: Database,
    private readonly applications: AboardApplications,
    private readonly charities: CharityDirectory,
  ) {}

  async handle() {
    const aboard = await this.charities.all();
    return this.database.inCharity(platformId, async (tx) => {
      const waiting: Waiting[] = [];
      const applications = await this.applications.waiting(tx);
      for (const application of applications) {
        waiting.push(await this.shown(tx, application, [...aboard, ...applications]));
      }
      return accept({ waiting });
    });
  }

  private async shown(
    tx: Tx,
    application: AboardApplication,
    others: Parameters<typeof namesLike>[1],
  ): Promise<Waiting> {
    const { charityId, name, slug, zone, registrationNumber, confirmedAt } = application;
    if (!confirmedAt) throw new Error('an application waits that nobody has confirmed');
    return {
      charityId,
      name,
      slug,
      zone,
      registrationNumber,
      contactEmail: await this.applications.contactOf(tx, application),
      confirmedAt: confirmedAt.toISOString(),
      looksLike: namesLike(application, others),
      numberLooksOdd: looksOdd(registrationNumber, zone),
    };
  }
}

/** Approving again changes nothing; two at once approve once. */
@Injectable()
export class ApproveCharity implements Handles<typeof approveCharity> {
  constructor(
    private readonly database: Database,
    private readonly applications: AboardApplications,
    private readonly charities: CharityDirectory,
    private readonly aboard: BringAboard,
  ) {}

  async handle(
    { charityId, slug }: InputOf<typeof approveCharity>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof approveCharity>> {
    const application = await this.database.inCharity(platformId, (tx) =>
      this.applications.byId(tx, charityId),
    );
    if (!application || application.state === 'unconfirmed') return refuse('notFound');
    if (application.state === 'declined') return refuse('decidedAlready');
    if (application.state === 'approved') return this.already(application);
    if (slug !== undefined && isReserved(slug)) return refuse('slugTaken');
    const brought = await this.aboard.bring(application, { by: caller, slug: slug ?? application.slug });
    if (!isRefusal(brought)) return accept({ charityId, slug: brought.slug });
    return brought.refusal.code === 'decidedAlready' ? this.already(application) : brought;
  }

  /** Somebody was quicker: to say yes as well, or no. */
  private async already({ charityId }: AboardApplication): Promise<ResultOf<typeof approveCharity>> {
    const charity = await this.charities.byId(charityId);
    return charity ? accept({ charityId, slug: charity.slug }) : refuse('decidedAlready');
  }
}

/** The reason is in the letter and nowhere else. Declining again changes nothing and mails nothing. */
@Injectable()
export class DeclineCharity implements Handles<typeof declineCharity> {
  constructor(
    private readonly database: Database,
    private readonly applications: AboardApplications,
    private readonly letters: QueueLetter,
  ) {}

  handle(
    { charityId, reason }: InputOf<typeof declineCharity>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof declineCharity>> {
    return this.database.inCharity(platformId, async (tx) => {
      const application = await this.applications.byId(tx, charityId);
      if (!application || application.state === 'unconfirmed') return refuse('notFound');
      if (application.state === 'approved') return refuse('decidedAlready');
      if (application.state === 'waiting') {
        const to = await this.applications.contactOf(tx, application);
        await this.letters.queue(
          tx,
          { to, ...charityDeclined({ charity: application.name, reason }) },
          worthMinutes,
        );
        await this.applications.decide(tx, charityId, 'declined');
        const note = {
          by: caller,
          action: 'charity.declined',
          about: charityId,
          at: application.now,
        } as const;
        await appendFacts(tx, newAuditFact(tenancyAudited, note));
      }
      return accept({ charityId });
    });
  }
}
