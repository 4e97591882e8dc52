import { setTimeout as pause } from 'node:timers/promises';
import { Database, type Tx } from '@baton/persistence';
import { Log, RunsInBackground, type Worker } from '@baton/service-kit';
import { Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { forgetEchoes } from '../calls/places-taken.js';
import { withdrawChannel } from '../consent/withdraw-channel.js';
import { ErasePerson } from '../erasure/erase-person.js';
import { EndNominations } from '../nominations/end-nominations.js';
import { charityRound } from '../rounds/charity-round.js';
import { SavedForms } from '../saved-forms/saved-forms.js';
import { SetAside } from '../set-aside/set-aside.js';
import { turnAtPeople } from '../turns/turn-at-people.js';
import { keptFor } from './kept-for.js';
import {
  curatorsLongAgo,
  declinedLongAgo,
  forgetReturns,
  forgetSignIns,
  lapsedConsents,
} from './what-is-due.js';

const restMs = 30_000;
const service = 'recruitment';

const claim = `
  UPDATE retention SET next_round_at = baton.now() + interval '1 hour'
   WHERE charity_id = (SELECT charity_id FROM retention WHERE next_round_at <= baton.now()
                        ORDER BY next_round_at LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING charity_id`;
/** Of a charity whose round failed: all others go before it. */
const later = `UPDATE retention SET next_round_at = baton.now() + interval '1 hour' WHERE charity_id = $1`;
const soonAgain = 'UPDATE retention SET next_round_at = baton.now() WHERE charity_id = $1';

/**
 * Once an hour, by the database's clock, forgets whom a charity has kept long enough, and tells the audit how many; never
 * whom. A charity's round is one transaction: what was claimed and not done is due again, an hour later where it failed.
 */
@Injectable()
@RunsInBackground()
export class CarryOutRetention implements Worker {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly erasing: ErasePerson,
    private readonly savedForms: SavedForms,
    private readonly setAside: SetAside,
    private readonly nominations: EndNominations,
    private readonly log: Log,
  ) {}

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** Every charity that is due. */
  async carryOutDue(): Promise<void> {
    while (!this.stopping.signal.aborted && (await this.round()));
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await this.carryOutDue().catch((error: unknown) => this.log.fault('carry out retention', error));
      await pause(restMs, undefined, { signal }).catch(() => undefined);
    }
  }

  private round(): Promise<boolean> {
    return charityRound(this.database, {
      claim,
      work: (tx) => this.forgetFor(tx),
      onFault: async (charityId, error) => {
        this.log.fault('carry out retention', error);
        await this.database.asWorker((tx) => tx.query(later, [charityId]));
      },
    });
  }

  private async forgetFor(tx: Tx): Promise<void> {
    await turnAtPeople(tx);
    const days = await keptFor(tx);
    const declined = await declinedLongAgo(tx, days);
    const curators = await curatorsLongAgo(tx, days);
    for (const application of [...declined, ...curators])
      await this.erasing.erase(tx, application, { by: service, pastPosts: 'keep' });
    const lapsed = await lapsedConsents(tx);
    for (const application of lapsed)
      await withdrawChannel(tx, application, { channel: 'posting', pastPosts: 'keep', by: service });
    const signIns = await forgetSignIns(tx);
    await forgetReturns(tx);
    const savedForms = await this.savedForms.forgetOld(tx);
    const setAside = await this.setAside.forgetOld(tx);
    await forgetEchoes(tx);
    const nominations = await this.nominations.bySilence(tx);
    const forgotten = declined.length + curators.length + lapsed.length + savedForms + setAside;
    // A full batch may not have been all of them.
    if (forgotten + nominations > 0) await tx.query(soonAgain, [tx.charityId]);
    // That a nominee said nothing is not noted: that it is not noted would tell that they answered.
    if (forgotten + signIns === 0) return;
    const details = {
      applications: declined.length,
      identities: curators.length,
      consents: lapsed.length,
      signIns,
      savedForms,
      setAside,
    };
    await noteInAudit(tx, { by: service, action: 'retention.carried-out', details });
  }
}
