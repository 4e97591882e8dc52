import type { charityErased, FactOf } from '@baton/contracts';
import { eraseCharity, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import type { Consumes } from './consumes.js';

/** What every service does when a charity has left. Nothing that is heard of it afterwards has an effect (apply-facts.ts). */
@Injectable()
export class OnCharityErased implements Consumes<typeof charityErased> {
  async handle(_: FactOf<typeof charityErased>, tx: Tx): Promise<void> {
    await eraseCharity(tx);
  }
}
