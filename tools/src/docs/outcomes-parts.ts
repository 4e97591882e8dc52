import { type PostTransition, postTransitions, waitingWords } from '@baton/contracts';
import { rejectionWords, whatFollows } from '@baton/posting-gateway';
import { table } from './table.js';

const voices: Readonly<Record<PostTransition['by'], string>> = {
  author: 'its author',
  team: 'the team',
  checks: 'the checks',
  baton: 'Baton',
  x: 'X',
};

const meanings = {
  published: 'published',
  rejected: 'rejected',
  retryAt: 'retry at',
  unknown: 'unknown',
} as const;

/** The parts of `docs/outcomes.md` that are drawn from the code, by the name in their markers. */
export const outcomesParts = (): Record<string, string> => ({
  diagram: diagram(),
  transitions: table(
    ['from', 'to', 'by', 'why'],
    postTransitions.map(({ from, to, by, why }) => [nameOf(from), to, voices[by], why]),
  ),
  outcomes: table(
    ['X', 'outcome', 'because'],
    whatFollows().map(({ xDoes, outcome, because }) => [xDoes, `**${meanings[outcome]}**`, because ?? '']),
  ),
  rejections: table(['reason', 'what the curator reads'], rejectionWords()),
  waiting: table(['waits for', 'which means'], Object.entries(waitingWords)),
});

/** One arrow for each pair of states, with all whose doing it can be. */
function diagram(): string {
  const arrows = new Map<string, Set<string>>();
  for (const { from, to, by } of postTransitions) {
    const arrow = `${from === 'begin' ? '[*]' : from} --> ${to}`;
    arrows.set(arrow, (arrows.get(arrow) ?? new Set()).add(voices[by]));
  }
  const lines = [...arrows].map(([arrow, by]) => `  ${arrow} : ${[...by].join(', ')}`);
  return ['```mermaid', 'stateDiagram-v2', ...lines, ...ends(), '```'].join('\n');
}

/** States that nothing leads out of. */
function ends(): string[] {
  const begun = new Set<string>(postTransitions.map(({ from }) => from));
  const reached = new Set<string>(postTransitions.map(({ to }) => to));
  return [...reached].filter((state) => !begun.has(state)).map((state) => `  ${state} --> [*]`);
}

const nameOf = (from: PostTransition['from']): string => (from === 'begin' ? '(new)' : from);
