import { accept, type InputOf, type ResultOf, refuse, type reportTakeover } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { readNotes } from '../notes/read-notes.js';
import { readClock, weekendWith } from '../takeovers/read-weekends.js';
import { weekendOf } from '../takeovers/weekend.js';
import { followersWords } from './followers-words.js';
import { pulseFigures, pulseOf } from './pulse.js';
import { countsOf, engagementOf, followersOf, noPosts, notCounted } from './reach.js';
import { inWeekend, whatHappened } from './what-happened.js';
import { holdFigures } from './what-was-held.js';

@Injectable()
export class ReportTakeover implements Handles<typeof reportTakeover> {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  handle({
    charityId,
    takeoverId,
  }: InputOf<typeof reportTakeover>): Promise<ResultOf<typeof reportTakeover>> {
    return this.database.inCharity(charityId, async (tx) => {
      const row = await weekendWith(tx, takeoverId);
      if (!row) return refuse('notFound');
      const { zone, now } = await readClock(tx);
      const ids = [takeoverId];
      const notes = await readNotes(tx, this.vault, row);
      return accept({
        zone,
        weekend: weekendOf(row, now),
        posts: (await countsOf(tx, ids)).get(takeoverId) ?? noPosts,
        engagement: await engagementOf(tx, ids),
        followers: (await followersOf(tx, ids)).get(takeoverId) ?? notCounted,
        pulse: pulseFigures(await pulseOf(tx, ids)),
        followersWords: await followersWords(tx, this.vault, takeoverId),
        holds: await holdFigures(tx, ids),
        ...(await whatHappened(tx, inWeekend(row))),
        notes: notes.forReport && notes.text !== '' ? notes.text : null,
      });
    });
  }
}
