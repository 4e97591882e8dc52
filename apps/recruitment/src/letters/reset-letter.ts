import { accept, type InputOf, type ResultOf, refuse, type resetLetter } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { memberOf } from '../notes/member-of.js';
import { keepWords } from './own-words.js';
import { findLetter } from './present-letter.js';

@Injectable()
export class ResetLetter implements Handles<typeof resetLetter> {
  constructor(private readonly database: Database) {}

  async handle(
    { charityId, letter, language }: InputOf<typeof resetLetter>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof resetLetter>> {
    if (!findLetter(letter)) return refuse('notFound');
    const by = memberOf(caller);
    return this.database.inCharity(charityId, async (tx) => {
      const { version, isNew } = await keepWords(tx, { letter, language, by }, null);
      const details = { language, version };
      if (isNew) await noteInAudit(tx, { by: caller, action: 'letter.reset', about: letter, details });
      return accept({ letter, language });
    });
  }
}
