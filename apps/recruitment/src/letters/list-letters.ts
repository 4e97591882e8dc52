import { accept, type InputOf, type listLetters } from '@baton/contracts';
import { allLetters } from '@baton/mail';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { allOwnWords } from './own-words.js';
import { listed } from './present-letter.js';

@Injectable()
export class ListLetters implements Handles<typeof listLetters> {
  constructor(private readonly database: Database) {}

  async handle({ charityId }: InputOf<typeof listLetters>) {
    const own = await this.database.inCharity(charityId, allOwnWords);
    return accept({
      letters: [...allLetters.values()].map((letter) => listed(letter, own.get(letter.name))),
    });
  }
}
