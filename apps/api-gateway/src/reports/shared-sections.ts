import {
  type EngagementFigures,
  fewestAnswers,
  type HoldFigures,
  type PulseShares,
  type ReportSection,
  type Share,
} from '@baton/contracts';
import { type Block, counted, prose, section, table } from './blocks.js';
import type { Account } from './what-is-known.js';
import { checkWords, costWords, lengthOf, postWords } from './words-of-report.js';

const tooFew = (answers: number): string =>
  answers === 0
    ? 'Nobody has answered this.'
    : `Too few answers to say: ${answers}. From ${fewestAnswers} on there are figures.`;

const wholeOf = { from: 0, to: 100 };

export function pulseSection(pulse: PulseShares): ReportSection[] {
  const aside =
    pulse.setAside > 0
      ? ` Another ${counted(pulse.setAside, 'answer')} came as one of too many from one place, and is not counted.`
      : '';
  return section(
    'What followers say',
    prose(`${counted(pulse.answers, 'follower')} answered.${aside}`),
    ...pulseTable('Did this weekend make you feel less alone?', pulse.lessAlone),
    ...pulseTable('Did you learn something?', pulse.learned),
  );
}

function pulseTable(question: string, { answers, yes, aLittle, no }: PulseShares['lessAlone']): Block[] {
  if (!yes || !aLittle || !no) return [prose(`${question} ${tooFew(answers)}`)];
  const rows = Object.entries({ Yes: yes, 'A little': aLittle, No: no });
  const alt = `Bars: ${rows.map(([tap, { percent }]) => `${tap} ${Math.round(percent)} %`).join(', ')}.`;
  return [
    table(
      question,
      [
        ['Answer', 'text'],
        ['People', 'count'],
        ['Share', 'percent'],
        ['At least', 'percent'],
        ['At most', 'percent'],
      ],
      rows.map(([tap, share]) => [tap, share.count, ...percents(share)]),
      { kind: 'bars', label: 0, value: 2, low: 3, high: 4, ...wholeOf, alt },
    ),
  ];
}

export const percents = ({ percent, low, high }: Share): number[] => [percent, low, high];

const markWords = { day: 'After a day', threeDays: 'After three days', week: 'After a week' } as const;

export function engagementSection(engagement: readonly EngagementFigures[]): ReportSection[] {
  const measured = engagement.filter(({ posts }) => posts > 0);
  if (measured.length === 0)
    return section('How posts were met', prose('X has not been asked yet how these posts were met.'));
  const most = Math.max(1, ...measured.map(({ impressions }) => impressions ?? 0));
  return section(
    'How posts were met',
    table(
      'For the post in the middle: half of all posts have more, half have fewer',
      [
        ['When', 'text'],
        ['Posts', 'count'],
        ['Likes', 'count'],
        ['Replies', 'count'],
        ['Reposts', 'count'],
        ['Seen', 'count'],
      ],
      measured.map(({ mark, posts, likes, replies, reposts, impressions }) => [
        markWords[mark],
        posts,
        likes,
        replies,
        reposts,
        impressions,
      ]),
      {
        ...{ kind: 'bars', label: 0, value: 5, from: 0, to: most },
        alt: `Bars: how often the post in the middle was seen. ${measured.map(({ mark, impressions }) => `${markWords[mark]} ${Math.round(impressions ?? 0)}`).join(', ')}.`,
      },
    ),
  );
}

export function holdWords(holds: HoldFigures): string {
  if (holds.held === 0) return 'No post had to wait for a person.';
  const quick =
    holds.medianSeconds === null || holds.longestSeconds === null
      ? ''
      : ` Half of the decisions came within ${lengthOf(holds.medianSeconds)}, the slowest after ${lengthOf(holds.longestSeconds)}.`;
  const open = holds.undecided > 0 ? `, ${holds.undecided} without a decision` : '';
  const times = holds.held > holds.posts ? `, ${holds.held} times in all` : '';
  return `${counted(holds.posts, 'post')} waited for a person${times}: ${holds.approved} approved, ${holds.declined} declined${open}.${quick}`;
}

export const decidersTable = (holds: HoldFigures, nameOf: (by: string) => string): Block | null =>
  holds.deciders.length === 0
    ? null
    : table(
        'Who decided',
        [
          ['Who', 'text'],
          ['Decisions', 'count'],
        ],
        holds.deciders.slice(0, shownDeciders).map(({ by, decided }) => [nameOf(by), decided]),
      );
const shownDeciders = 5;

export function checksBlocks({ posts, checks }: Account): Block[] {
  const all = posts.reduce((sum, one) => sum + one.posts, 0);
  const remarked = checks.filter(({ warned, held }) => warned + held > 0);
  const silent = checks.filter(({ warned, held }) => warned + held === 0);
  const became = posts
    .map(({ state, posts: count }) => `${count.toLocaleString('en-GB')} ${postWords[state]}`)
    .join(', ');
  return [
    prose(
      all === 0
        ? `No post was handed in. ${counted(checks.length, 'check')} stood ready.`
        : `All ${checks.length} checks ran on every post that was kept, ${counted(all, 'post')}: ${became}. Posts that a check refused outright were not kept, and are not counted here.`,
    ),
    ...(remarked.length > 0
      ? [
          table(
            'Checks that remarked on something',
            [
              ['Check', 'text'],
              ['Author warned', 'count'],
              ['A person looked first', 'count'],
            ],
            remarked.map(({ check, warned, held }) => [checkWords[check], warned, held]),
          ),
        ]
      : []),
    ...(silent.length > 0 && all > 0
      ? [
          prose(
            `With no remark on a post that was kept, because there was none to make or because your policy does not ask for any: ${silent.map(({ check }) => checkWords[check].toLowerCase()).join(', ')}.`,
          ),
        ]
      : []),
  ];
}

const microInDollar = 1_000_000;
export const dollars = (microUsd: number): number => microUsd / microInDollar;

export const costsTable = ({ costs }: Account): Block =>
  costs.byKind.length === 0
    ? prose('X has charged for nothing.')
    : table(
        'What X charged for, in US dollars',
        [
          ['What', 'text'],
          ['How many', 'count'],
          ['Cost', 'dollars'],
        ],
        [
          ...costs.byKind.map(({ kind, units, microUsd }) => [costWords[kind], units, dollars(microUsd)]),
          ['All together', null, dollars(costs.microUsd)],
        ],
      );
