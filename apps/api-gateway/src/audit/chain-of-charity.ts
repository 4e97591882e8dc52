import type { AuditAnchor, AuditDigest, CharityId } from '@baton/contracts';
import type { Database, Tx } from '@baton/persistence';
import { type FoundLine, type Verdict, verifyChain } from './chain/verify-chain.js';

const linesAPage = 1_000;

/**
 * Proves a charity's chain against all digests published of it, and whatever else is known of it. Tells as well how many
 * hashes it was compared with. A chain that grows meanwhile only grows beyond the digests, which are read first.
 */
export async function verifyCharity(
  database: Database,
  charityId: CharityId,
  known: readonly AuditAnchor[],
): Promise<Verdict & { readonly compared: number }> {
  const { hasBegun, digests } = await database.inCharity(charityId, async (tx) => ({
    hasBegun: await chainHasBegun(tx),
    digests: await digestsOf(tx),
  }));
  const anchors = [...digests, ...known];
  const verdict = await verifyChain({ charityId, pages: pagesOf(database, charityId), anchors, hasBegun });
  return { ...verdict, compared: anchors.length };
}

/** A transaction a page: a long chain would outlast one. */
async function* pagesOf(database: Database, charityId: CharityId): AsyncGenerator<readonly FoundLine[]> {
  let after = 0;
  for (;;) {
    const page = await database.inCharity(charityId, (tx) => linesAfter(tx, after, linesAPage));
    if (page.length > 0) yield page;
    if (page.length < linesAPage) return;
    after = page.at(-1)?.number ?? after;
  }
}

interface KeptLine extends FoundLine {
  readonly number: number;
}

/** In order. Names its charity, for an auditor may come with a role that row-level security does not bind. */
export const linesAfter = (tx: Tx, after: number, limit: number): Promise<KeptLine[]> =>
  tx.query<KeptLine>(
    `SELECT number, line AS text, hash FROM audit_line
      WHERE charity_id = $1 AND number > $2 ORDER BY number LIMIT $3`,
    [tx.charityId, after, limit],
  );

/** Noted together with the first line. */
async function chainHasBegun(tx: Tx): Promise<boolean> {
  const rows = await tx.query('SELECT FROM audit_chain WHERE charity_id = $1', [tx.charityId]);
  return rows.length > 0;
}

/** Every digest published of the chain, oldest first. */
export const digestsOf = (tx: Tx): Promise<AuditDigest[]> =>
  tx.query<AuditDigest>(
    `SELECT charity_id AS charity, day::text AS day, number, hash
       FROM audit_digest WHERE charity_id = $1 ORDER BY day`,
    [tx.charityId],
  );

/** The last line of the chain, or nothing where it has none yet. */
export async function headOf(tx: Tx): Promise<AuditAnchor | undefined> {
  const [head] = await tx.query<AuditAnchor>(
    'SELECT number, hash FROM audit_line WHERE charity_id = $1 ORDER BY number DESC LIMIT 1',
    [tx.charityId],
  );
  return head;
}
