import { readFileSync } from 'node:fs';

/** One labelled text of `samples/`, which says where they come from. */
export interface Sample {
  readonly text: string;
  readonly label: 'find' | 'leave';
  readonly kind: string;
  readonly note?: string;
  /** Whose words they are, where that matters: one of samples/people.json. */
  readonly as?: string;
  /** The charity's own list, where the check asks for it. */
  readonly words?: readonly string[];
}

export interface Figures {
  readonly toFind: number;
  readonly found: number;
  readonly toLeave: number;
  readonly needless: number;
}

export interface Measured extends Figures {
  readonly byKind: ReadonlyMap<string, Figures>;
  /** Texts that were judged wrongly, for whoever works on the check. */
  readonly wrong: readonly Sample[];
}

/** How a check does on labelled texts: what it found of what is to be found, and what it found needlessly. */
export function measure<S extends Sample>(isFound: (sample: S) => boolean, samples: readonly S[]): Measured {
  const judged = samples.map((sample) => ({ sample, isFound: isFound(sample) }));
  const figures = (of: typeof judged): Figures => ({
    toFind: of.filter(({ sample }) => sample.label === 'find').length,
    found: of.filter(({ sample, isFound }) => sample.label === 'find' && isFound).length,
    toLeave: of.filter(({ sample }) => sample.label === 'leave').length,
    needless: of.filter(({ sample, isFound }) => sample.label === 'leave' && isFound).length,
  });
  const kinds = [...new Set(samples.map(({ kind }) => kind))].sort();
  return {
    ...figures(judged),
    byKind: new Map(
      kinds.map((kind) => [kind, figures(judged.filter(({ sample }) => sample.kind === kind))]),
    ),
    wrong: judged
      .filter(({ sample, isFound }) => isFound !== (sample.label === 'find'))
      .map(({ sample }) => sample),
  };
}

export const recall = ({ found, toFind }: Figures): number => (toFind === 0 ? 1 : found / toFind);

export const precision = ({ found, needless }: Figures): number =>
  found + needless === 0 ? 1 : found / (found + needless);

/** The share of harmless texts that would be stopped for nothing. */
export const needlessShare = ({ needless, toLeave }: Figures): number =>
  toLeave === 0 ? 0 : needless / toLeave;

export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** What a test prints: one line for all of it, one for each kind. */
export const report = (title: string, measured: Measured): string =>
  [[title, measured] as const, ...[...measured.byKind].map(([kind, of]) => [`  ${kind}`, of] as const)]
    .map(([name, of]) => `${name.padEnd(34)}${sideOf(of)}`)
    .join('\n');

const sideOf = (of: Figures): string =>
  [
    of.toFind > 0 ? `found ${of.found} of ${of.toFind} (${percent(recall(of))})` : '',
    of.toLeave > 0 ? `needlessly ${of.needless} of ${of.toLeave} (${percent(needlessShare(of))})` : '',
    of.found > 0 && of.toLeave > 0 ? `precision ${percent(precision(of))}` : '',
  ]
    .filter((part) => part !== '')
    .join(', ');

/** The labelled texts of `packages/checks/samples` under these names. */
export const samplesOf = (...names: string[]): Sample[] => names.flatMap(fileOf);

const fileOf = (name: string): Sample[] =>
  readFileSync(new URL(`../../samples/${name}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Sample);
