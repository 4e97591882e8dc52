import { accept, type InputOf, type ResultOf, refuse, type viewExport } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { Exports } from './exports.js';
import { shownExport } from './shown-export.js';

@Injectable()
export class ViewExport implements Handles<typeof viewExport> {
  constructor(
    private readonly database: Database,
    private readonly exports: Exports,
  ) {}

  async handle({ charityId, exportId }: InputOf<typeof viewExport>): Promise<ResultOf<typeof viewExport>> {
    const row = await this.database.inCharity(charityId, (tx) => this.exports.find(tx, exportId));
    return row ? accept(shownExport(exportId, row)) : refuse('notFound');
  }
}
