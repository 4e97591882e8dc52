import { accept, type InputOf, type ResultOf, refuse, type viewWeekendNotes } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { weekendWith } from '../takeovers/read-weekends.js';
import { readNotes } from './read-notes.js';

@Injectable()
export class ViewWeekendNotes implements Handles<typeof viewWeekendNotes> {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  handle({
    charityId,
    takeoverId,
  }: InputOf<typeof viewWeekendNotes>): Promise<ResultOf<typeof viewWeekendNotes>> {
    return this.database.inCharity(charityId, async (tx) => {
      const weekend = await weekendWith(tx, takeoverId);
      return weekend ? accept(await readNotes(tx, this.vault, weekend)) : refuse('notFound');
    });
  }
}
