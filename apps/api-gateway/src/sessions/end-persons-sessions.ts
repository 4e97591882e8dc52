import { type PersonId, platformId, type SessionId } from '@baton/contracts';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { NoteForCharities } from '../people/note-for-charities.js';
import { StaffSessions } from './staff-sessions.js';

/** Ends sessions of a person, and notes it where they belong; where nothing ended there is nothing to note. */
@Injectable()
export class EndPersonsSessions {
  constructor(
    private readonly database: Database,
    private readonly sessions: StaffSessions,
    private readonly notes: NoteForCharities,
  ) {}

  one(personId: PersonId, sessionId: SessionId): Promise<number> {
    return this.ending(personId, (tx) => this.sessions.end(tx, personId, sessionId));
  }

  allBut(personId: PersonId, kept: SessionId | undefined): Promise<number> {
    return this.ending(personId, (tx) => this.sessions.endAllBut(tx, personId, kept));
  }

  private ending(personId: PersonId, end: (tx: Tx) => Promise<number>): Promise<number> {
    return this.database.asWorker(async (all) => {
      const ended = await end(await all.enterCharity(platformId));
      if (ended > 0) await this.notes.note(all, personId, 'sign-in.ended', { sessions: ended });
      return ended;
    });
  }
}
