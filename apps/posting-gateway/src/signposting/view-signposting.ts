import { accept, type InputOf, type viewSignposting } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { signpostingInForce } from './signposting-in-force.js';

@Injectable()
export class ViewSignposting implements Handles<typeof viewSignposting> {
  constructor(@Inject(Database) private readonly database: Database) {}

  handle({ charityId }: InputOf<typeof viewSignposting>) {
    return this.database.inCharity(charityId, async (tx) => accept(await signpostingInForce(tx)));
  }
}
