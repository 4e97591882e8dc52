import { platformId } from '@baton/contracts';
import { Database } from '@baton/persistence';
import { Log, RunsInBackground, type Worker } from '@baton/service-kit';
import { Injectable } from '@nestjs/common';
import { CharityDirectory } from '../charities/charity-directory.js';
import { AboardApplications } from '../coming-aboard/aboard-applications.js';
import { Invitations } from '../members/invitations.js';
import { People } from './people.js';

const hourMs = 60 * 60 * 1000;

/**
 * By the hour, addresses nobody needs any more: of invitations that were not taken, of applications that were not confirmed, and
 * of people who belong to no team.
 */
@Injectable()
@RunsInBackground()
export class ForgetOldAddresses implements Worker {
  private timer: NodeJS.Timeout | undefined;
  private lastRound: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly charities: CharityDirectory,
    private readonly people: People,
    private readonly applications: AboardApplications,
    private readonly invitations: Invitations,
    private readonly log: Log,
  ) {}

  start(): void {
    this.timer = setInterval(() => void this.forget(), hourMs);
    void this.forget();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.lastRound;
  }

  /** Resolves when everything that is old by now has been forgotten. */
  forget(): Promise<void> {
    this.lastRound = this.lastRound
      .then(() => this.round())
      .catch((error: unknown) => this.log.fault('forget old addresses', error));
    return this.lastRound;
  }

  private async round(): Promise<void> {
    await this.database.inCharity(platformId, (tx) => this.applications.forgetOld(tx));
    await this.people.forgetWhoBelongsNowhere();
    for (const { charityId } of await this.charities.all()) {
      await this.database.inCharity(charityId, (tx) => this.invitations.forgetOld(tx));
    }
  }
}
