import {
  type AuditDigest,
  accept,
  type Caller,
  type CharityId,
  type exportAudit,
  type InputOf,
  type OutputOf,
  tenancyAudited,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newAuditFact } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { digestsOf, headOf, linesAfter } from './chain-of-charity.js';
import { today } from './publish-digests.js';

type Page = OutputOf<typeof exportAudit>;

const linesAPage = 500;
/** Well below what an answer on the bus may have. */
const pageBytes = 400_000;

/** Beginning an export is itself a line of the audit. */
@Injectable()
export class ExportAudit implements Handles<typeof exportAudit> {
  constructor(private readonly database: Database) {}

  async handle({ charityId, after }: InputOf<typeof exportAudit>, { caller }: CallContext) {
    return accept(await this.page(charityId, after, caller));
  }

  /** Also for the archive of everything a charity holds. */
  page(charityId: CharityId, after: number, caller: Caller): Promise<Page> {
    return this.database.inCharity(charityId, (tx) => exportPage(tx, after, caller));
  }
}

async function exportPage(tx: Tx, after: number, caller: Caller): Promise<Page> {
  if (after === 0) await note(tx, caller);
  const found = await linesAfter(tx, after, linesAPage);
  const page = firstThatFit(found, pageBytes);
  const lines = page.map(({ text }) => text);
  const isLast = page.length === found.length && found.length < linesAPage;
  if (!isLast) return { lines, next: page.at(-1)?.number ?? null };
  const digests = [...(await digestsOf(tx)), ...(await digestOfThisMoment(tx))];
  return { lines: [...lines, ...digests.map((digest) => JSON.stringify(digest))], next: null };
}

/** As many as go into so many bytes, one at least. */
export function firstThatFit<Line extends { readonly text: string }>(
  found: readonly Line[],
  bytes: number,
): readonly Line[] {
  let left = bytes;
  const tooMany = found.findIndex(({ text }) => {
    left -= Buffer.byteLength(text);
    return left < 0;
  });
  return tooMany < 0 ? found : found.slice(0, Math.max(1, tooMany));
}

/** Without it, nothing in the file would speak for its last line. */
async function digestOfThisMoment(tx: Tx): Promise<AuditDigest[]> {
  const head = await headOf(tx);
  const [clock] = await tx.query<{ day: string }>(`SELECT ${today}::text AS day`);
  return head && clock ? [{ charity: tx.charityId, day: clock.day, ...head }] : [];
}

async function note(tx: Tx, by: Caller): Promise<void> {
  const at = new Date();
  await appendFacts(tx, newAuditFact(tenancyAudited, { by, action: 'audit.exported', at }));
}
