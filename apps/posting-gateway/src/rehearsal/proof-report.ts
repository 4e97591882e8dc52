import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';
import type { CrashPoint } from '../publishing/crash-points.js';
import type { Figures } from './crash-verdict.js';

const head = `# R4, R5 and R7: what dies on the way to X says nothing twice

*R4: no post is published twice. R5: unknown is shown within 60 seconds and never resent by machine. R7: one token refresh
at a time, never lost.*

    R4_SEEDS=1000 PROOF_REPORT=docs/proofs/r4-r5-r7.md npm test -- dying-processes

repeats all of it (about 25 minutes on two quiet cores) and replaces the rows below; \`R4_FIRST=<seed> R4_SEEDS=1 npm test -- dying-processes\` plays one seed
again. \`npm test\` plays a few, others every day.

## How

Each run is one charity that hands over a few threads, through the real twitter-api-v2 client, to the sandbox in X's wire
format. By the seed X applies and answers after the deadline, applies after the deadline, applies and answers 5xx, answers
5xx and does nothing, cuts the connection before, after and in the middle of its answer, asks to wait, refuses the post,
refuses the key, and shows late what it has, also later than Baton looks. Its timeline fails as well. The process dies at
the step, at its first or second post (where there is no second, it lives: *died*), sometimes again at another step: what
it was doing just never goes on, without a \`catch\` or a \`finally\`. A second process takes over when the lease is over.
People decide what no machine may, by the seed and without looking. A hundred charities at once share one database; time
passes for it and for X together, and every look comes a second late, as late as the workers may be.

In the end what Baton says is compared with X's own record:

- **doubled**: on X more than once. X refuses a second copy of the same words, so the next column is the stricter one.
- **resent**: X was asked for it more often than once and once more for each time that a person said so. Only X's clear
  "later" (429) and "not with this key" (401) are not counted.
- **falsely failed**: rejected, withdrawn or missed, and on X. *Let go, yet out* is apart: there a person decided that it is
  not sent again, without knowing whether X has it.
- **falsely published**: published, and not on X.
- **longest to unknown**: from the attempt to the moment at which it was said, by the database's clock.

A run also fails when a post is left without an end, is stated as published other than once, when an unknown or a lost
connection is not stated, or is stated twice. Put back into the queue on purpose, an unknown post fails it within ten seeds.

## R7: what can be promised, and what cannot

Thirty-two who need a new key at once, in eight processes, make one refresh and all get it (\`refreshing.test.ts\`). X's
refresh token works once. A process that dies between X's answer and the saving (the step \`nextPairReceived\`) takes the next
pair with it, and nothing written down before or after brings it back: X has no way to ask for the same pair again. So the
pair **can** be lost in those milliseconds. What holds then:

- it is noticed with the next use of the account after the dead process's lease (30 s), and said:
  \`account.needs-reconnecting\`;
- keys are renewed halfway through their life, and the one in force is used until it ends: with X's two hours, posts go on
  for about one more, if X leaves it good, which its documents do not say;
- after that posts wait, and go once when a person has connected the account again. None is lost (\`lost-pair.test.ts\`).

## Figures
`;

type Column = readonly [name: string, value: (figures: Figures) => string | number];

const columns: readonly Column[] = [
  ['runs', ({ runs }) => runs],
  ['died', ({ died }) => died],
  ['posts', ({ posts }) => posts],
  ['published', ({ published }) => published],
  ['rejected', ({ rejected }) => rejected],
  ['taken back', ({ withdrawn }) => withdrawn],
  ['unknown', ({ unknown }) => unknown],
  ['left to a person', ({ leftToPerson }) => leftToPerson],
  ['let go, yet out', ({ letGoYetOut }) => letGoYetOut],
  ['connected again', ({ reconnected }) => reconnected],
  ['**doubled**', ({ doubled }) => doubled],
  ['**resent**', ({ resent }) => resent],
  ['**falsely failed**', ({ falselyFailed }) => falselyFailed],
  ['**falsely published**', ({ falselyPublished }) => falselyPublished],
  ['**longest to unknown**', ({ longestToUnknownMs }) => `${(longestToUnknownMs / 1000).toFixed(1)} s`],
];

const client = z.object({ version: z.string() });
const { version } = client.parse(createRequire(import.meta.url)('twitter-api-v2/package.json'));
const versions = `Node ${process.versions.node}, twitter-api-v2 ${version}`;

const names = ['step', 'seeds', 'day', ...columns.map(([name]) => name), 'with'];
const asRow = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

/** One step's figures as a row of the report, which keeps the rows of the other steps. */
export function reportStep(file: string, step: CrashPoint, seeds: string, figures: Figures): void {
  const kept = existsSync(file) ? rowsIn(readFileSync(file, 'utf8')) : [];
  const day = new Date().toISOString().slice(0, 10);
  const cells = columns.map(([, value]) => value(figures));
  const row = asRow([step, seeds, day, ...cells, versions]);
  const rows = [...kept.filter((one) => !one.startsWith(`| ${step} |`)), row];
  const table = [asRow(names), asRow(names.map(() => '---')), ...rows];
  writeFileSync(file, `${head}\n${table.join('\n')}\n`);
}

const rowsIn = (report: string): string[] =>
  report.split('\n').filter((line) => line.startsWith('| ') && !/^\| (?:step|---) /.test(line));
