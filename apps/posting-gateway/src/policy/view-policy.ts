import { accept, type InputOf, type viewPolicy } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { policyInForce, presentPolicy } from './policy-in-force.js';

@Injectable()
export class ViewPolicy implements Handles<typeof viewPolicy> {
  constructor(@Inject(Database) private readonly database: Database) {}

  handle({ charityId }: InputOf<typeof viewPolicy>) {
    return this.database.inCharity(charityId, async (tx) => accept(presentPolicy(await policyInForce(tx))));
  }
}
