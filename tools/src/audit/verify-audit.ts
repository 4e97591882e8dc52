import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { verifyChain, verifyCharity } from '@baton/api-gateway';
import type { Database } from '@baton/persistence';
import { allChains, chainOf } from './find-chains.js';
import { withAuditDatabase } from './open-database.js';
import { type AuditArguments, readArguments } from './read-arguments.js';
import { readExport } from './read-export.js';
import { report } from './report.js';

const checkout = fileURLToPath(new URL('../../../', import.meta.url));

/** Where the command is told what it is about, and what it says goes to. */
export interface Terminal {
  readonly args: readonly string[];
  readonly databaseUrl: string | undefined;
  readonly say: (line: string) => void;
  readonly complain: (line: string) => void;
}

/**
 * Proves every chain, or names the first broken link of each that is not as it was written. Answers the exit code. 0: all
 * hold. 1: one is broken. 2: there was nothing to prove.
 */
export async function verifyAudit(terminal: Terminal): Promise<number> {
  const asked = readArguments(terminal.args);
  try {
    if ('problem' in asked) throw new NothingToProve(asked.problem);
    return asked.file ? await verifyFile(asked.file, asked, terminal) : await verifyDatabase(asked, terminal);
  } catch (fault) {
    terminal.complain(fault instanceof Error ? fault.message : String(fault));
    return 2;
  }
}

class NothingToProve extends Error {
  override readonly name = 'NothingToProve';
}

async function verifyFile(
  file: string,
  { anchors }: AuditArguments,
  { say }: Pick<Terminal, 'say'>,
): Promise<number> {
  const found = readExport(readFileSync(file, 'utf8'));
  if (!found) {
    throw new NothingToProve(`${file} holds no digest of a chain, so nothing speaks for its last line.`);
  }
  const { charityId, lines, digests } = found;
  const known = [...digests, ...anchors];
  const verdict = await verifyChain({ charityId, pages: [lines], anchors: known });
  say(report(charityId, verdict, known.length));
  return verdict.holds ? 0 : 1;
}

async function verifyDatabase(asked: AuditArguments, { databaseUrl, say }: Terminal): Promise<number> {
  const code = await withAuditDatabase(databaseUrl, join(checkout, '.baton', 'local'), (database) =>
    verifyChains(database, asked, say),
  );
  if (code !== undefined) return code;
  throw new NothingToProve(
    'There is no data in this checkout yet. npm start makes some; or set DATABASE_URL.',
  );
}

async function verifyChains(
  database: Database,
  { charity, anchors }: AuditArguments,
  say: Terminal['say'],
): Promise<number> {
  const chains = charity ? [await chainOf(database, charity)] : await allChains(database);
  if (chains.length === 0) {
    throw new NothingToProve('There is no chain in this database: nothing has been noted yet.');
  }
  let holding = 0;
  for (const chain of chains) {
    if (!chain) throw new NothingToProve(`There is no charity called ${charity}.`);
    const { compared, ...verdict } = await verifyCharity(database, chain.charityId, anchors);
    say(report(`${chain.name} (${chain.charityId})`, verdict, compared));
    if (verdict.holds) holding += 1;
  }
  say(`  ${holding} of ${chains.length} chains hold.`);
  return holding === chains.length ? 0 : 1;
}
