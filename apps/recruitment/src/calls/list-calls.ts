import { accept, type InputOf, type listCalls } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { databaseNow } from '../clock/database-now.js';
import { PUBLIC_ORIGIN } from '../config.js';
import { countSetAside } from '../set-aside/set-aside.js';
import { allCalls, type Call } from './call-row.js';
import { decideCallState } from './decide-call-state.js';
import { embedCodeOf } from './embed-code.js';
import { placesTaken } from './places-taken.js';

@Injectable()
export class ListCalls implements Handles<typeof listCalls> {
  constructor(
    private readonly database: Database,
    @Inject(PUBLIC_ORIGIN) private readonly publicOrigin: string,
  ) {}

  async handle({ charityId }: InputOf<typeof listCalls>) {
    return this.database.inCharity(charityId, async (tx) => {
      const [charity] = await tx.query<{ slug: string }>('SELECT slug FROM charity WHERE charity_id = $1', [
        charityId,
      ]);
      const calls = [];
      for (const call of await allCalls(tx)) calls.push(await this.listed(tx, call, charity?.slug));
      return accept({ calls });
    });
  }

  private async listed(tx: Tx, call: Call, slug: string | undefined) {
    const { content, changes: _, openedAt, ...kept } = call;
    const { applications, taken } = await placesTaken(tx, call.callId);
    return {
      ...content,
      ...kept,
      state: decideCallState(call, { taken, now: await databaseNow(tx) }),
      openedAt: openedAt.toISOString(),
      applications,
      setAside: await countSetAside(tx, call.callId),
      embedCode:
        slug === undefined || call.embedOn.length === 0 ? null : embedCodeOf(this.publicOrigin, slug, call),
    };
  }
}
