import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { CrashPoint } from '../publishing/crash-points.js';
import type { Figures } from './crash-verdict.js';

const head = `# R4, R5 and R7: what the last full-size runs found

Each run is one charity with a few threads. They go through the real twitter-api-v2 client to the sandbox in X's wire
format, which applies and times out, applies and answers 5xx, answers 5xx and does nothing, acts after the deadline, cuts
the connection before, after and in the middle of its answer, asks to wait, refuses, and shows late what it has: all by
the seed. The process dies at the step (what it did just never goes on), sometimes again at another; a second process
goes on when the lease is over. People decide what no machine may, by the seed, and are often wrong.

What Baton says in the end is compared with X's own record. *Resent* counts posts that X was asked for more often than a
person allowed, X's clear "later" (429, 401) apart. *Let go while hidden*: a person gave up a post that X had and did not
show: nobody could know, and it is in no other column.

Again: \`R4_SEEDS=1000 PROOF_REPORT=docs/proofs/r4-r5-r7.md npm test -- dying-processes\`. One seed again:
\`R4_FIRST=<seed> R4_SEEDS=1 npm test -- dying-processes\`. Every run replaces the rows of its steps.
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
  ['let go while hidden', ({ letGoWhileHidden }) => letGoWhileHidden],
  ['connected again', ({ reconnected }) => reconnected],
  ['**doubled**', ({ doubled }) => doubled],
  ['**resent**', ({ resent }) => resent],
  ['**falsely failed**', ({ falselyFailed }) => falselyFailed],
  ['**falsely published**', ({ falselyPublished }) => falselyPublished],
  ['**longest to unknown**', ({ longestToUnknownMs }) => `${(longestToUnknownMs / 1000).toFixed(1)} s`],
];

const names = ['step', 'seeds', 'day', ...columns.map(([name]) => name), 'Node'];
const asRow = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

/** One step's figures as a row of the report, which keeps the rows of the other steps. */
export function reportStep(file: string, step: CrashPoint, seeds: string, figures: Figures): void {
  const kept = existsSync(file) ? rowsIn(readFileSync(file, 'utf8')) : [];
  const day = new Date().toISOString().slice(0, 10);
  const cells = columns.map(([, value]) => value(figures));
  const row = asRow([step, seeds, day, ...cells, process.version]);
  const rows = [...kept.filter((one) => !one.startsWith(`| ${step} |`)), row];
  const table = [asRow(names), asRow(names.map(() => '---')), ...rows];
  writeFileSync(file, `${head}\n${table.join('\n')}\n`);
}

const rowsIn = (report: string): string[] =>
  report.split('\n').filter((line) => line.startsWith('| ') && !/^\| (?:step|---) /.test(line));
