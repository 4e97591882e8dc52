import { longestPost, weightedLength } from '@baton/checks';
import type { Policy } from '@baton/contracts';
import { introduce } from '../takeovers/introduce.js';

/** What may stand in braces, by text. */
const places = {
  introduction: ['name'],
  signOff: ['name', 'pulse'],
  cover: ['name', 'back'],
} as const;

type Template = keyof typeof places;
export interface TemplateProblem {
  readonly template: Template;
  readonly problem: string;
}

/**
 * The longest that can take the place of a name or a time; a longer pen name gives way by itself. X counts an address as 23
 * characters, however long it is.
 */
const longest = {
  identityLevel: 'anonymous',
  penName: '',
  back: 'Wednesday at 23:59',
  pulse: 'https://baton.example/p/000000000000',
} as const;

/** What stands in the way of the charity's own texts, in words; nothing where all of them can go out. */
export function checkTemplates(policy: Pick<Policy, Template | 'coverOn'>): TemplateProblem[] {
  const problems = (Object.keys(places) as Template[]).flatMap((template) =>
    problemsOf(template, policy[template]).map((problem) => ({ template, problem })),
  );
  if (policy.coverOn === 'never' || policy.cover !== '') return problems;
  return [...problems, { template: 'cover', problem: 'There has to be a text, if it is to go out.' }];
}

function problemsOf(template: Template, text: string): string[] {
  const known: readonly string[] = places[template];
  const unknown = [...text.matchAll(/\{([^{}]*)\}/g)].filter(([, place = '']) => !known.includes(place));
  const over = weightedLength(introduce(text, longest)) - longestPost;
  return [
    ...unknown.map(
      ([written]) =>
        `Baton does not know what ${written} stands for. It knows ${known.map((place) => `{${place}}`).join(' and ')}.`,
    ),
    ...(over > 0 ? [`This is ${over} longer than X allows once it is filled in.`] : []),
  ];
}
