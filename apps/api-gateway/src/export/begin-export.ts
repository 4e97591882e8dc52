import {
  accept,
  type beginExport,
  type Caller,
  type InputOf,
  type ResultOf,
  refuse,
  tenancyAudited,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newAuditFact } from '@baton/messaging';
import { Database, isViolationOf, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { Exports } from './exports.js';
import { shownExport } from './shown-export.js';

type Input = InputOf<typeof beginExport>;

/** The same id again answers with how far that archive has come. */
@Injectable()
export class BeginExport implements Handles<typeof beginExport> {
  constructor(
    private readonly database: Database,
    private readonly exports: Exports,
  ) {}

  async handle(input: Input, { caller }: CallContext): Promise<ResultOf<typeof beginExport>> {
    try {
      return await this.database.inCharity(input.charityId, (tx) => this.begin(tx, input, caller));
    } catch (error) {
      if (isViolationOf(error, 'export_one_at_a_time')) return refuse('oneAtATime');
      throw error;
    }
  }

  private async begin(tx: Tx, { charityId, exportId }: Input, by: Caller) {
    const [begun] = await tx.query<{ at: Date }>(
      `INSERT INTO export (charity_id, export_id) VALUES ($1, $2)
       ON CONFLICT (charity_id, export_id) DO NOTHING RETURNING asked_at AS at`,
      [charityId, exportId],
    );
    if (begun) {
      const note = { by, action: 'charity.exported', about: exportId, at: begun.at } as const;
      await appendFacts(tx, newAuditFact(tenancyAudited, note));
    }
    const row = await this.exports.find(tx, exportId);
    if (!row) throw new Error('an export was written and is not there');
    return accept(shownExport(exportId, row));
  }
}
