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

/**
 * `npm run audit:verify`: proves every chain, or names the first broken link of each that is not as it was written.
 * Exit code 0: all hold. 1: one is broken. 2: there was nothing to prove.
 */
const checkout = fileURLToPath(new URL('../../../', import.meta.url));

process.exitCode = await run();

async function run(): Promise<number> {
  const asked = readArguments(process.argv.slice(2));
  if ('problem' in asked) return giveUp(asked.problem);
  try {
    return asked.file ? await verifyFile(asked.file, asked) : await verifyDatabase(asked);
  } catch (fault) {
    return giveUp(fault instanceof Error ? fault.message : String(fault));
  }
}

async function verifyFile(file: string, { anchors }: AuditArguments): Promise<number> {
  const found = readExport(readFileSync(file, 'utf8'));
  if (!found) return giveUp(`${file} holds no digest of a chain, so nothing speaks for its last line.`);
  const { charityId, lines, digests } = found;
  const known = [...digests, ...anchors];
  const verdict = await verifyChain({ charityId, pages: [lines], anchors: known });
  console.log(report(charityId, verdict, known.length));
  return verdict.holds ? 0 : 1;
}

async function verifyDatabase(asked: AuditArguments): Promise<number> {
  const code = await withAuditDatabase(
    process.env['DATABASE_URL'],
    join(checkout, '.baton', 'local'),
    (database) => verifyChains(database, asked),
  );
  return code ?? giveUp('There is no data in this checkout yet. npm start makes some; or set DATABASE_URL.');
}

async function verifyChains(database: Database, { charity, anchors }: AuditArguments): Promise<number> {
  const chains = charity ? [await chainOf(database, charity)] : await allChains(database);
  if (chains.length === 0) return giveUp('There is no chain in this database: nothing has been noted yet.');
  let holding = 0;
  for (const chain of chains) {
    if (!chain) return giveUp(`There is no charity called ${charity}.`);
    const { compared, ...verdict } = await verifyCharity(database, chain.charityId, anchors);
    console.log(report(`${chain.name} (${chain.charityId})`, verdict, compared));
    if (verdict.holds) holding += 1;
  }
  console.log(`  ${holding} of ${chains.length} chains hold.`);
  return holding === chains.length ? 0 : 1;
}

function giveUp(problem: string): number {
  console.error(problem);
  return 2;
}
