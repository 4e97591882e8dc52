import {
  accept,
  auditActions,
  type CharityId,
  type InputOf,
  type listAudit,
  type listPlatformAudit,
  type OutputOf,
  platformId,
} from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { readLine } from './chain/audit-line.js';

type Which = InputOf<typeof listPlatformAudit>;
type Page = OutputOf<typeof listAudit>;

@Injectable()
export class ListAudit implements Handles<typeof listAudit> {
  constructor(private readonly database: Database) {}

  async handle({ charityId, ...which }: InputOf<typeof listAudit>) {
    return accept(await this.page(charityId, which));
  }

  page(charityId: CharityId, which: Which): Promise<Page> {
    return this.database.inCharity(charityId, (tx) => pageOf(tx, which));
  }
}

@Injectable()
export class ListPlatformAudit implements Handles<typeof listPlatformAudit> {
  constructor(private readonly audit: ListAudit) {}

  async handle(which: Which) {
    return accept(await this.audit.page(platformId, which));
  }
}

/** One line more than asked for tells whether there is a next page. */
async function pageOf(tx: Tx, { action, actor, since, until, before, limit }: Which): Promise<Page> {
  const rows = await tx.query<{ line: string }>(
    `SELECT line FROM audit_line
      WHERE charity_id = $1
        AND ($2::text IS NULL OR action = $2) AND ($3::text IS NULL OR actor = $3)
        AND ($4::text IS NULL OR at >= $4) AND ($5::text IS NULL OR at < $5)
        AND ($6::int IS NULL OR number < $6)
      ORDER BY number DESC LIMIT $7`,
    [tx.charityId, action ?? null, actor ?? null, since ?? null, until ?? null, before ?? null, limit + 1],
  );
  const entries = rows.slice(0, limit).map(({ line }) => shown(line));
  return { entries, next: rows.length > limit ? (entries.at(-1)?.number ?? null) : null };
}

function shown(text: string): Page['entries'][number] {
  const line = readLine(text);
  if (!line) throw new Error('a line of the audit cannot be read: verify the chain');
  const { charity: _, previous: __, ...entry } = line;
  return { ...entry, words: auditActions[line.action] };
}
