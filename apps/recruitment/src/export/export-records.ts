import { accept, exportedFiles, type exportRecruitment, type InputOf } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { exportPage } from '@baton/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { exportSources } from './export-sources.js';

/** What this service puts into a charity’s archive, a page at a time. */
@Injectable()
export class ExportRecords implements Handles<typeof exportRecruitment> {
  constructor(@Inject(Database) private readonly database: Database) {}

  async handle({ charityId, cursor }: InputOf<typeof exportRecruitment>) {
    const files = exportedFiles['recruitment'];
    return accept(
      await this.database.inCharity(charityId, (tx) => exportPage(tx, files, exportSources, cursor)),
    );
  }
}
