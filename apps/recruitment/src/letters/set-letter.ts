import { accept, type InputOf, type ResultOf, refuse, type setLetter } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { findCharity } from '../charity/charity-row.js';
import { memberOf } from '../notes/member-of.js';
import { keepWords } from './own-words.js';
import { findLetter, problemsWith, warningsFor } from './present-letter.js';

/** Words that a letter could not go with are refused, part by part; whoever typed them keeps them. */
@Injectable()
export class SetLetter implements Handles<typeof setLetter> {
  constructor(private readonly database: Database) {}

  async handle(
    { charityId, letter: name, language, words }: InputOf<typeof setLetter>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof setLetter>> {
    const letter = findLetter(name);
    if (!letter) return refuse('notFound');
    const by = memberOf(caller);
    return this.database.inCharity(charityId, async (tx) => {
      const problems = problemsWith(letter, words, (await findCharity(tx))?.name);
      if (problems.length > 0) return refuse('badInput', { details: problems });
      const { version, isNew } = await keepWords(tx, { letter: name, language, by }, words);
      const details = { language, version };
      if (isNew) await noteInAudit(tx, { by: caller, action: 'letter.set', about: name, details });
      return accept({ version, warnings: warningsFor(words) });
    });
  }
}
