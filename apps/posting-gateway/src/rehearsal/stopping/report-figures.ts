import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Figures } from './play-evenings.js';

const head = `# R6: what was stopped does not go out, and nothing does outside the window

*R6: nothing goes out outside the window or after the kill switch; the switch is effective within a second.*

    R6_SEEDS=1000 PROOF_REPORT=docs/proofs/r6.md npm test -- stopped-is-stopped

repeats it and adds a row below; \`R6_FIRST=<seed> R6_SEEDS=1 npm test -- stopped-is-stopped\` plays one evening again.
\`npm test\` plays a few, others every day.

## How

Each seed is an evening of one charity, on a real Postgres and a pretended X, with two processes of the gateway whose hosts'
clocks are 90 minutes fast, 90 minutes slow or right. By the seed people hand over posts and threads, at once or timed; time
passes, mostly to just before or just behind an edge of the window; checks hold, moderators approve and decline, authors edit
and take back; one or two people press *hold*, *pause* or *take back*, and release it for review or to go on; the curator
rests, gives the account back, takes back consent; the operator suspends; the rota says that the window is another one (longer,
shorter, opened now, sooner or later), or that it is over; X refuses, cuts
connections and asks to wait. Any of it happens at a labelled step of publishing, and what people do also whenever the
publishers are in the middle of something; processes die at those steps.

The judge knows none of the gateway's rules. It notes what people were answered and when, and what X was asked and when, by
the database's clock, and holds them against each other:

- **A ban is certain** from the moment its answer came until the moment somebody begins to lift it. No attempt may be written
  down in between: under the switch, in a rest, after the end, of what is held, declined, taken back or worded otherwise
  since, of what a proof calls stopped.
- **An attempt that was written down before** is under way: the call begins within a second, or never. *Longest under way*
  is how long after the stopping answer the latest of those began.
- **No call begins** before the window that holds opens or after it closes (while a new one is being taken in, either may hold), none before the introduction in its minute, no goodbye in the
  window.
- **Every proof** names each post that had not gone, or may have, exactly once.

Five faults put in on purpose are noticed within sixty evenings, mostly a few: a gateway that looks at the switch and the window only when
it takes a post, one that calls however late it has become, one that goes by the clock of its host, one that does not hear that a window has moved, and a proof that keeps
quiet about a post. The proof itself found two faults in the beginning: *hold* pressed again named nothing as stopped, and
what was to be sent again was named twice.

## Figures
`;

type Column = readonly [name: string, value: (figures: Figures) => string | number];

const columns: readonly Column[] = [
  ['evenings', ({ evenings }) => evenings],
  ['posts', ({ posts }) => posts],
  ['calls to X', ({ calls }) => calls],
  ['presses', ({ presses }) => presses],
  ['proofs looked at', ({ proofs }) => proofs],
  ['windows moved', ({ moved }) => moved],
  ['processes died', ({ crashes }) => crashes],
  ['bans', ({ bans }) => bans],
  ['longest under way', ({ longestUnderWayMs }) => `${longestUnderWayMs.toFixed(1)} ms`],
  ['**evenings with anything broken**', ({ broken }) => broken],
];

const asRow = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const names = ['seeds', 'day', ...columns.map(([name]) => name), 'with'];

/** The figures as a row of the report, which keeps the rows of other seeds. */
export function reportFigures(file: string, seeds: string, figures: Figures): void {
  const kept = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  const rows = kept.filter((line) => /^\| \d/.test(line) && !line.startsWith(`| ${seeds} |`));
  const day = new Date().toISOString().slice(0, 10);
  rows.push(
    asRow([seeds, day, ...columns.map(([, value]) => value(figures)), `Node ${process.versions.node}`]),
  );
  writeFileSync(file, [head, asRow(names), asRow(names.map(() => '---')), ...rows, ''].join('\n'));
}
