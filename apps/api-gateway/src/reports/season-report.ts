import type { ReportDocument, ReportSection, ScoreComparison } from '@baton/contracts';
import { fewestAnswers } from '@baton/contracts';
import { type Block, counted, prose, section, table } from './blocks.js';
import { dayWords, seasonWords } from './season-words.js';
import {
  checksBlocks,
  costsTable,
  decidersTable,
  engagementSection,
  holdWords,
  percents,
  pulseSection,
} from './shared-sections.js';
import type { Account, Heading, SeasonFigures } from './what-is-known.js';
import { incidentWords } from './words-of-report.js';

/** What a season did: for funders, the board, and whoever asks whether it helps. */
export function seasonReport(
  { charity, madeAt, season }: Heading,
  figures: SeasonFigures,
  account: Account,
  nameOf: (by: string) => string,
): ReportDocument {
  const { zone, weekends, posts, pulse, holds, incidents } = figures;
  return {
    title: 'What the weekends did',
    line: `${charity} · ${seasonWords(season)}`,
    ...{ zone, madeAt },
    sections: [
      ...section(
        'In short',
        prose(
          weekends.length === 0
            ? 'There was no takeover on these days, so there is nothing to show yet.'
            : `${counted(weekends.length, 'weekend')} with ${counted(figures.curators, 'curator')}. ${counted(posts.published, 'post')} went out, ${posts.replies} of them answers. ${counted(pulse.answers, 'follower')} told whether it helped.`,
        ),
      ),
      ...(weekends.length === 0
        ? []
        : [
            ...curatorsSection(figures),
            ...pulseSection(pulse),
            ...engagementSection(figures.engagement),
            ...section('Weekend by weekend', weekendsTable(figures)),
            ...section(
              'What was looked at before it went',
              prose(holdWords(holds)),
              decidersTable(holds, nameOf),
            ),
            ...section('The checks', ...checksBlocks(account)),
            ...section('What happened', incidentsByKind(incidents)),
            ...section('What it cost', costsTable(account)),
          ]),
      ...section('How to read this', ...reading.map(prose)),
    ],
  };
}

function curatorsSection({ surveys }: SeasonFigures): ReportSection[] {
  const asked = surveys.waves
    .map(({ wave, opened, answered }) => `${waveWords[wave]} ${answered} of ${opened}`)
    .join(', ');
  return section(
    'Curators, before and after',
    prose(`Answered: ${asked}.`),
    ...scoresBlocks(surveys),
    ...sharesBlocks(surveys),
  );
}

const waveWords = { before: 'before', after: 'after the weekend', fourWeeks: 'four weeks later' } as const;

function scoresBlocks({ uclaAfter, uclaFourWeeks }: SeasonFigures['surveys']): Block[] {
  const compared = Object.entries({ 'After the weekend': uclaAfter, 'Four weeks later': uclaFourWeeks });
  const known = compared.flatMap(([when, one]) => (one.change ? [{ when, ...one, change: one.change }] : []));
  const unknown = compared.filter(([, one]) => !one.change);
  const reach = Math.max(
    1,
    ...known.map(({ change }) => Math.max(Math.abs(change.low), Math.abs(change.high))),
  );
  return [
    ...(known.length > 0
      ? [
          table(
            'Loneliness score (UCLA, 3 to 9) of the same people, on average; below 0 is less lonely',
            [
              ...([
                ['When', 'text'],
                ['People', 'count'],
                ['Before', 'score'],
                ['Then', 'score'],
              ] as const),
              ...([
                ['Change', 'change'],
                ['At least', 'change'],
                ['At most', 'change'],
              ] as const),
            ],
            known.map(({ when, counted: people, meanFirst, meanLater, change }) => [
              when,
              people,
              meanFirst,
              meanLater,
              ...[change.mean, change.low, change.high],
            ]),
            {
              ...{ kind: 'ranges', label: 0, value: 4, low: 5, high: 6, from: -reach, to: reach },
              alt: `Ranges around the change of the score; the line in the middle is no change. ${known.map(({ when, change }) => `${when}: ${changeWords(change)}`).join(' ')}`,
            },
          ),
          ...known.map(({ when, change }) => prose(`${when}: ${changeWords(change)}`)),
        ]
      : []),
    ...unknown.map(([when, { answered }]) => prose(`${when}: ${tooFewPeople(answered)}`)),
  ];
}

function changeWords({ mean, low, high }: NonNullable<ScoreComparison['change']>): string {
  const by = Math.abs(mean).toFixed(2);
  if (high < 0)
    return `on average they were less lonely than before, by ${by} points; chance alone hardly explains it.`;
  if (low > 0)
    return `on average they were lonelier than before, by ${by} points; chance alone hardly explains it.`;
  return 'the change may as well be chance: the interval holds 0.';
}

const tooFewPeople = (answered: number): string =>
  `too few answers to say: ${counted(answered, 'person', 'people')} answered both times. Figures begin with ${fewestAnswers}, and come in tens.`;

function sharesBlocks({ lonelyAfter, goodExperience }: SeasonFigures['surveys']): Block[] {
  const rows = [
    ...(lonelyAfter.first && lonelyAfter.later
      ? ([
          ['Lonely often or some of the time, before', lonelyAfter.first],
          ['The same people, after the weekend', lonelyAfter.later],
        ] as const)
      : []),
    ...(goodExperience.share ? ([['Taking over was a good experience', goodExperience.share]] as const) : []),
  ];
  if (rows.length === 0)
    return [prose(`Feeling lonely, and how it was: ${tooFewPeople(lonelyAfter.answered)}`)];
  return [
    table(
      'What curators say',
      [
        ['What', 'text'],
        ['People', 'count'],
        ['Share', 'percent'],
        ['At least', 'percent'],
        ['At most', 'percent'],
      ],
      rows.map(([what, share]) => [what, share.of, ...percents(share)]),
      {
        ...{ kind: 'bars', label: 0, value: 2, low: 3, high: 4, from: 0, to: 100 },
        alt: `Bars: ${rows.map(([what, { percent }]) => `${what} ${Math.round(percent)} %`).join('; ')}.`,
      },
    ),
  ];
}

const weekendsTable = ({ weekends, zone }: SeasonFigures): Block =>
  table(
    'The first one first',
    [
      ...([
        ['Day', 'text'],
        ['Curator', 'text'],
        ['Posts', 'count'],
        ['Seen', 'count'],
      ] as const),
      ...([
        ['Answers', 'count'],
        ['Less alone', 'percent'],
        ['Followers', 'gain'],
      ] as const),
    ],
    weekends.map(({ opensAt, penName, posts, impressions, pulse, followersGained }) => [
      dayWords(opensAt, zone),
      penName,
      posts.published,
      impressions,
      pulse.answers,
      pulse.lessAlone,
      followersGained,
    ]),
  );

const incidentsByKind = (incidents: SeasonFigures['incidents']): Block =>
  incidents.length === 0
    ? prose('Nothing that trustees should know of.')
    : table(
        'How often it happened',
        [
          ['What', 'text'],
          ['Times', 'count'],
        ],
        incidents.map(({ kind, count }) => [incidentWords[kind], count]),
      );

const reading = [
  '“At least” and “at most” are the ends of a 95 % interval: of shares by Wilson’s method, of changes by Student’s t on the differences of the same people. “Seen” is X’s number of impressions of the post in the middle, a week after it went out. “Less alone” are those who said “yes” or “a little”.',
  'The loneliness score is the three-item UCLA scale (Hughes and others, 2004); “How often do you feel lonely?” is the direct measure of England’s Office for National Statistics (2018). Each curator counts once, with their first weekend. Their answers enter these figures ten people at a time, so the last few may not be in yet; that way no two reports can tell what one person said.',
  'Nobody was drawn by lot, and there is no group to compare with: people may feel less alone for other reasons, too.',
];
