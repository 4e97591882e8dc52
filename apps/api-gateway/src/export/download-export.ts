import { accept, type downloadExport, type InputOf, type ResultOf, refuse } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { Exports } from './exports.js';

@Injectable()
export class DownloadExport implements Handles<typeof downloadExport> {
  constructor(
    private readonly database: Database,
    private readonly exports: Exports,
  ) {}

  handle({ charityId, exportId, number }: InputOf<typeof downloadExport>) {
    return this.database.inCharity(charityId, async (tx): Promise<ResultOf<typeof downloadExport>> => {
      const row = await this.exports.find(tx, exportId);
      if (!row) return refuse('notFound');
      if (row.state === 'expired') return refuse('expired');
      if (row.state !== 'ready') return refuse('notReady');
      const part = await this.exports.readPart(tx, exportId, number);
      return part === undefined ? refuse('notFound') : accept({ part });
    });
  }
}
