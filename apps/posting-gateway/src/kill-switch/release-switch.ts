import { accept, type InputOf, type ResultOf, refuse, type releaseSwitch } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { ChangeSwitch } from './change-switch.js';
import { isLooser } from './how-far.js';
import { lockSwitch } from './read-switch.js';

/** Releases the kill switch, wholly or to `hold`. A charity that was never heard of has nothing to release. */
@Injectable()
export class ReleaseSwitch implements Handles<typeof releaseSwitch> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ChangeSwitch) private readonly killSwitch: ChangeSwitch,
  ) {}

  handle(
    { charityId, to, reason, held }: InputOf<typeof releaseSwitch>,
    call: CallContext,
  ): Promise<ResultOf<typeof releaseSwitch>> {
    return this.database.inCharity(charityId, async (tx) => {
      const before = await lockSwitch(tx);
      if (!before.heardOf) return refuse('notFound');
      if (isLooser(to, before.mode)) return refuse('stricter');
      return accept(
        await this.killSwitch.change(tx, before, { mode: to, reason, heldGoOn: held === 'goOn' }, call),
      );
    });
  }
}
