import { accept, type InputOf, type ResultOf, refuse, type setSwitch } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { ChangeSwitch } from './change-switch.js';
import { isLooser } from './how-far.js';
import { lockSwitch } from './read-switch.js';

/** Throws the kill switch, or throws it further. Never a step back: that is a release. */
@Injectable()
export class SetSwitch implements Handles<typeof setSwitch> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ChangeSwitch) private readonly killSwitch: ChangeSwitch,
  ) {}

  handle(
    { charityId, mode, reason }: InputOf<typeof setSwitch>,
    call: CallContext,
  ): Promise<ResultOf<typeof setSwitch>> {
    return this.database.inCharity(charityId, async (tx) => {
      const before = await lockSwitch(tx);
      if (isLooser(before.mode, mode)) return refuse('looser');
      return accept(await this.killSwitch.change(tx, before, { mode, reason }, call));
    });
  }
}
