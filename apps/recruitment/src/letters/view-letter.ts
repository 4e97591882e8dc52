import { accept, type InputOf, type ResultOf, refuse, type viewLetter } from '@baton/contracts';
import { letterLanguages } from '@baton/mail';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { versionsOf, wordsOf } from './own-words.js';
import { findLetter, presentLetter } from './present-letter.js';

@Injectable()
export class ViewLetter implements Handles<typeof viewLetter> {
  constructor(private readonly database: Database) {}

  async handle({
    charityId,
    letter: name,
  }: InputOf<typeof viewLetter>): Promise<ResultOf<typeof viewLetter>> {
    const letter = findLetter(name);
    if (!letter) return refuse('notFound');
    const rows = await this.database.inCharity(charityId, (tx) => versionsOf(tx, name));
    const versions = rows.map((row) => ({
      language: row.language,
      version: row.version,
      words: wordsOf(row),
      by: row.setBy,
      at: row.setAt.toISOString(),
    }));
    const words = letterLanguages.map((language) => {
      const newest = versions.filter((version) => version.language === language);
      const last = newest.toSorted((a, b) => b.version - a.version)[0];
      return { language, ours: letter.words[language] ?? null, own: last?.words ?? null };
    });
    return accept({ ...presentLetter(letter), words, versions });
  }
}
