import { accept, curatorPaused, type InputOf, type pausePart, type ResultOf, refuse } from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newFact } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { type Application, findByCurator } from '../applications/application-row.js';
import { moveApplication } from '../applications/move-application.js';
import { noteInAudit } from '../audit/note-in-audit.js';
import { endPairsOfBuddy } from '../buddies/buddy-rows.js';
import { PairUp } from '../buddies/pair-up.js';
import { QueueMail } from '../mail-queue/queue-mail.js';
import { curatorOf } from '../me/curator-of.js';
import { turnAtPeople } from '../turns/turn-at-people.js';
import { reminderInSeconds } from './reminder-in-seconds.js';

const keep = `
  UPDATE application SET paused_until = $3, pause_count = pause_count + 1
   WHERE charity_id = $1 AND application_id = $2 RETURNING pause_count AS "pauseCount"`;

/**
 * A curator says “not now”. They may not book, and scheduling frees what they had booked as soon as it hears of it. Said again
 * with another day, only the day changes; said again with the same, nothing does.
 */
@Injectable()
export class PausePart implements Handles<typeof pausePart> {
  constructor(
    private readonly database: Database,
    private readonly mail: QueueMail,
    private readonly buddies: PairUp,
  ) {}

  async handle(
    { charityId, until }: InputOf<typeof pausePart>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof pausePart>> {
    const wish = until ?? null;
    return this.database.inCharity(charityId, async (tx) => {
      await turnAtPeople(tx);
      const curator = await findByCurator(tx, curatorOf(caller), 'FOR UPDATE');
      if (!curator) return refuse('notFound');
      if (curator.state === 'live') return refuse('onAir');
      const answer = accept({ state: 'later' as const, until: wish });
      if (curator.state === 'later' && curator.pausedUntil === wish) return answer;
      const inSeconds = wish === null ? undefined : await reminderInSeconds(tx, wish);
      if (inSeconds === 'badDay') return refuse('badDay');
      await this.pause(tx, curator, wish, inSeconds);
      // Whoever had them for a buddy is found another: nobody is asked to be there for somebody who said “not now”.
      await endPairsOfBuddy(tx, curatorOf(caller));
      await this.buddies.pairUp(tx);
      await noteInAudit(tx, { by: caller, action: 'part.paused', about: curator.curatorId });
      return answer;
    });
  }

  private async pause(
    tx: Tx,
    curator: Application,
    until: string | null,
    dueInSeconds: number | undefined,
  ): Promise<void> {
    const { applicationId, curatorId, state } = curator;
    if (!curatorId) throw new Error('somebody pauses who does not curate');
    await moveApplication(tx, curator, 'later', { by: `curator ${curatorId}` });
    const [kept] = await tx.query<{ pauseCount: number }>(keep, [tx.charityId, applicationId, until]);
    const revision = kept?.pauseCount ?? 1;
    await appendFacts(tx, newFact(curatorPaused, { subject: curatorId, revision, data: { curatorId } }));
    const cause = `paused ${revision}`;
    if (state !== 'later') await this.mail.queue(tx, { applicationId, letter: 'partPaused', cause });
    await this.mail.drop(tx, applicationId, ['welcomeBack']);
    if (dueInSeconds !== undefined)
      await this.mail.queue(tx, { applicationId, letter: 'welcomeBack', cause, dueInSeconds });
  }
}
