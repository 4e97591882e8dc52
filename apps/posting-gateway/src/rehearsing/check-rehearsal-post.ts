import { accept, type checkRehearsalPost, type InputOf, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { mayStillWrite } from '../consent/may-still-write.js';
import { checkWriting } from '../posts/check-writing.js';
import { curatorOf } from '../takeovers/curator-of.js';

/** The composer's look at words that are still being written, for whoever has no takeover yet. Keeps nothing. */
@Injectable()
export class CheckRehearsalPost implements Handles<typeof checkRehearsalPost> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  handle(
    { charityId, ...content }: InputOf<typeof checkRehearsalPost>,
    call: CallContext,
  ): Promise<ResultOf<typeof checkRehearsalPost>> {
    return this.database.inCharity(charityId, async (tx) => {
      const curatorId = curatorOf(call);
      if (!curatorId) return refuse('notFound');
      if (!(await mayStillWrite(tx, curatorId))) return refuse('consentWithdrawn');
      return accept(await checkWriting(tx, this.vault, curatorId, content));
    });
  }
}
