import { accept, type InputOf, type previewLetter, type ResultOf, refuse } from '@baton/contracts';
import { fillIn, htmlOf, samplesOf } from '@baton/mail';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findCharity } from '../charity/charity-row.js';
import { chooseWords } from './choose-words.js';
import { ownWordsOf } from './own-words.js';
import { findLetter, problemsWith, warningsFor } from './present-letter.js';

/** Nothing of a person is in it: what is filled in are samples. */
@Injectable()
export class PreviewLetter implements Handles<typeof previewLetter> {
  constructor(private readonly database: Database) {}

  async handle({
    charityId,
    letter: name,
    language: wish,
    words,
  }: InputOf<typeof previewLetter>): Promise<ResultOf<typeof previewLetter>> {
    const letter = findLetter(name);
    if (!letter) return refuse('notFound');
    const { name: charity, own: kept } = await this.database.inCharity(charityId, async (tx) => ({
      name: (await findCharity(tx))?.name,
      own: words ? { [wish]: words } : await ownWordsOf(tx, name),
    }));
    const problems = words ? problemsWith(letter, words, charity) : [];
    if (problems.length > 0) return refuse('badInput', { details: problems });
    const { language, own } = chooseWords(letter, kept, wish);
    const filled = fillIn(letter, samplesOf(letter), { language, own });
    const { subject, text, preview = '' } = filled;
    const warnings = warningsFor(own ?? letter.words[language] ?? letter.words.en);
    return accept({ subject, opening: preview, text, html: htmlOf(filled), language, warnings });
  }
}
