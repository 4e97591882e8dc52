import { accept, type InputOf, type listQuotes } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { quotesOf } from './quotes.js';

@Injectable()
export class ListQuotes implements Handles<typeof listQuotes> {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  async handle({ charityId, takeoverId }: InputOf<typeof listQuotes>) {
    const quotes = await this.database.inCharity(charityId, (tx) => quotesOf(tx, this.vault, takeoverId));
    return accept({ quotes });
  }
}
