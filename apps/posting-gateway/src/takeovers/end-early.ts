import { type Caller, takeoverGivenBack } from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { CloseTakeover } from './close-takeover.js';
import type { Takeover } from './read-takeover.js';

/**
 * Ends an open takeover where its posts go out, with the switch locked. The rota hears of it by the fact. Ended already: nothing
 * happens.
 */
@Injectable()
export class EndEarly {
  constructor(@Inject(CloseTakeover) private readonly closing: CloseTakeover) {}

  async end(
    tx: Tx,
    takeover: Takeover,
    { now, by, says }: { readonly now: Date; readonly by: Caller; readonly says: 'goodbye' | 'nothing' },
  ): Promise<void> {
    if (!(await this.closing.close(tx, takeover, now, says))) return;
    const { takeoverId, curatorId } = takeover;
    const data = { takeoverId, curatorId, givenBackAt: now.toISOString() };
    await appendFacts(tx, newFact(takeoverGivenBack, { subject: takeoverId, revision: 1, data }));
    await noteInAudit(tx, { by, action: 'takeover.ended', about: takeoverId });
  }
}
