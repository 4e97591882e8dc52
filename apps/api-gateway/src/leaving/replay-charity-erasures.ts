import { RunsInBackground, type Worker } from '@baton/service-kit';
import { Injectable } from '@nestjs/common';
import { CharityLedger } from './charity-ledger.js';
import { EraseForGood } from './erase-for-good.js';

/**
 * Holds the database against the ledger before the gateway listens: a charity that a restored backup has brought back is
 * erased again, and every service hears of it once more. Where the ledger cannot be read, the gateway does not start.
 */
@Injectable()
@RunsInBackground()
export class ReplayCharityErasures implements Worker {
  constructor(
    private readonly ledger: CharityLedger,
    private readonly erasing: EraseForGood,
  ) {}

  start(): Promise<void> {
    return this.replay();
  }

  /** Nothing goes on behind it. */
  async stop(): Promise<void> {}

  async replay(): Promise<void> {
    for (const charityId of await this.ledger.read())
      await this.erasing.erase(charityId, 'api-gateway', () => true);
  }
}
