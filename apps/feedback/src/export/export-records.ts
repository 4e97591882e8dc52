import { accept, exportedFiles, type exportFeedback, type InputOf } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database, Vault } from '@baton/persistence';
import { exportPage } from '@baton/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { exportSources } from './export-sources.js';

/** What this service puts into a charity’s archive, a page at a time. */
@Injectable()
export class ExportRecords implements Handles<typeof exportFeedback> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  async handle({ charityId, cursor }: InputOf<typeof exportFeedback>) {
    const sources = exportSources(this.vault);
    const files = exportedFiles['feedback'];
    return accept(await this.database.inCharity(charityId, (tx) => exportPage(tx, files, sources, cursor)));
  }
}
