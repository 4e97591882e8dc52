import {
  CheckName,
  type MemberId,
  type PostId,
  type PulseShares,
  type ReportDocument,
  type Share,
  type TakeoverId,
  type Weekend,
} from '@baton/contracts';
import { assuranceReport } from '../../reports/assurance-report.js';
import { seasonReport } from '../../reports/season-report.js';
import { takeoverReport } from '../../reports/takeover-report.js';
import type {
  Account,
  AssuranceFigures,
  Heading,
  Members,
  SeasonFigures,
  TakeoverFigures,
} from '../../reports/what-is-known.js';
import { namesFor } from '../../reports/what-is-known.js';

const idOf = <Id extends string>(number: number): Id =>
  `0192e7a0-0000-7000-8000-${String(number).padStart(12, '0')}` as Id;
const zone = 'Europe/London';
const heading: Heading = { charity: 'Heron MS', madeAt: '2026-12-01T10:00:00.000Z', season: null };
const year: Heading = { ...heading, season: { from: '2025-01-01', to: '2026-06-30' } };

/** With the interval that feedback would give it (Wilson, 95 %): these pages are shown in the documents. */
const share = (count: number, of: number): Share => {
  const [p, zz] = [count / of, 1.96 ** 2];
  const [middle, half] = [p + zz / (2 * of), 1.96 * Math.sqrt((p * (1 - p)) / of + zz / (4 * of ** 2))];
  const percentOf = (part: number) => (100 * part) / (1 + zz / of);
  return { count, of, percent: 100 * p, low: percentOf(middle - half), high: percentOf(middle + half) };
};

const pulse = (answers: number): PulseShares => {
  const taps = (yes: number, aLittle: number) => ({
    answers,
    yes: share(yes, answers),
    aLittle: share(aLittle, answers),
    no: share(answers - yes - aLittle, answers),
  });
  const few = { answers, yes: null, aLittle: null, no: null };
  const isFew = answers < 10;
  return {
    ...{ answers, setAside: Math.round(answers / 30) },
    lessAlone: isFew ? few : taps(Math.round(answers * 0.52), Math.round(answers * 0.27)),
    learned: isFew ? few : taps(Math.round(answers * 0.44), Math.round(answers * 0.3)),
  };
};

const engagement: TakeoverFigures['engagement'] = (['day', 'threeDays', 'week'] as const).map(
  (mark, index) => ({
    mark,
    posts: 17,
    likes: 21 + 6 * index,
    replies: 5 + index,
    reposts: 3 + index,
    quotes: 1,
    impressions: 2_150 + 640 * index,
    allImpressions: 61_000 + 9_000 * index,
  }),
);

const penNames = ['Robin', 'Blackbird', 'Gwyneth ŵ', '=SUM(A1)', 'Someone who has left', 'Wren & “Son”'];

const aWeekend = (week: number, more: Partial<Weekend> = {}): Weekend => {
  const opensAt = new Date(Date.UTC(2025, 0, 3 + 7 * week, 17, 30)).toISOString();
  const closesAt = new Date(Date.UTC(2025, 0, 6 + 7 * week, 9)).toISOString();
  return {
    takeoverId: idOf<TakeoverId>(week),
    penName: penNames[week % penNames.length] ?? 'Robin',
    identityLevel: 'penName',
    agreementVersion: week < 40 ? 1 : 2,
    state: 'over',
    ...{ opensAt, closesAt, openedAt: opensAt, closedAt: closesAt },
    because: 'over',
    windowKept: true,
    ...more,
  };
};

const holds = {
  posts: 6,
  ...{ held: 7, approved: 5, declined: 1, undecided: 1, medianSeconds: 540, longestSeconds: 4_100 },
  deciders: [
    { by: `moderator ${idOf(901)}`, decided: 4 },
    { by: `manager ${idOf(902)}`, decided: 2 },
  ],
};

const members: Members = (['moderator', 'manager', 'moderator'] as const).map((role, index) => ({
  ...{
    memberId: idOf<MemberId>(901 + index),
    role,
    since: `2025-01-0${index + 1}T10:00:00.000Z`,
    isYou: index === 1,
  },
}));

const incidents: TakeoverFigures['incidents'] = [
  { at: '2025-01-04T11:00:00.000Z', kind: 'switchPause', takeoverId: null, proof: 3 },
  { at: '2025-01-04T11:20:00.000Z', kind: 'switchReleased', takeoverId: null, proof: 4 },
  { at: '2025-01-05T20:05:00.000Z', kind: 'crisis', takeoverId: idOf<TakeoverId>(0), proof: null },
];

const incidentsByKind: TakeoverFigures['incidentsByKind'] = [
  { kind: 'switchPause', count: 1 },
  { kind: 'switchReleased', count: 1 },
  { kind: 'crisis', count: 1 },
];

const account = (takeovers: number): Account => ({
  takeovers,
  posts: [
    { state: 'published', posts: 17 * takeovers },
    { state: 'declined', posts: takeovers },
  ],
  checks: CheckName.options.map((check, index) => ({
    ...{ check, warned: index % 4 === 0 ? 2 * takeovers : 0, held: index % 5 === 3 ? takeovers : 0 },
  })),
  switchUses: [
    { proof: 3, mode: 'pause', at: '2025-01-04T11:00:00.000Z', stopped: 2, alreadyOut: 9, unknown: 0 },
    { proof: 4, mode: 'off', at: '2025-01-04T11:20:00.000Z', stopped: 0, alreadyOut: 9, unknown: 0 },
  ],
  costs: {
    microUsd: 1_455_000 * takeovers,
    byKind: [
      { kind: 'post', units: 15 * takeovers, microUsd: 225_000 * takeovers },
      { kind: 'postWithUrl', units: 6 * takeovers, microUsd: 1_200_000 * takeovers },
      { kind: 'ownRead', units: 30 * takeovers, microUsd: 30_000 * takeovers },
    ],
  },
});

const takeover: TakeoverFigures = {
  zone,
  weekend: aWeekend(0),
  posts: { published: 17, replies: 6, pictures: 3, held: 7 },
  ...{ engagement, pulse: pulse(264), holds, incidents, incidentsByKind },
  followers: { opened: 5_120, closed: 5_148, week: 5_163 },
  followersWords: ['“Thank you”, from Leeds.\nI laughed.', '=1+1 of us, then.'],
  notes: 'Robin was wonderful.\nThe crisis was a worry about a friend, who is well; we spoke on Monday.',
};

const season: SeasonFigures = {
  zone,
  weekends: Array.from({ length: 78 }, (_, week) => ({
    ...aWeekend(week),
    posts: { published: 12 + (week % 9), replies: 4, pictures: 2, held: week % 3 },
    pulse: { answers: 240 + week, lessAlone: 70 + (week % 20) },
    impressions: 1_800 + 37 * week,
    followersGained: (week % 30) - 3,
  })),
  curators: 71,
  posts: { published: 1_214, replies: 388, pictures: 141, held: 96 },
  surveys: {
    waves: [
      { wave: 'before', opened: 78, answered: 71 },
      { wave: 'after', opened: 78, answered: 69 },
      { wave: 'fourWeeks', opened: 76, answered: 58 },
    ],
    uclaAfter: {
      ...{ answered: 63, counted: 60, meanFirst: 6.12, meanLater: 5.31, medianFirst: 6, medianLater: 5 },
      change: { mean: -0.81, low: -1.22, high: -0.4 },
    },
    uclaFourWeeks: {
      ...{ answered: 52, counted: 50, meanFirst: 6.08, meanLater: 5.9, medianFirst: 6, medianLater: 6 },
      change: { mean: -0.18, low: -0.61, high: 0.25 },
    },
    lonelyAfter: { answered: 61, counted: 60, first: share(38, 60), later: share(25, 60) },
    goodExperience: { answered: 66, counted: 60, share: share(54, 60) },
  },
  pulse: pulse(20_412),
  engagement,
  holds: { ...holds, held: 96, posts: 90, approved: 70, declined: 20, undecided: 6 },
  incidents: [
    { kind: 'crisis', count: 4 },
    { kind: 'switchPause', count: 2 },
    { kind: 'reported', count: 9 },
  ],
};

const broken = [11, 30, 31, 52, 60, 61, 70];
const assurance: AssuranceFigures = {
  zone,
  weekends: season.weekends.map((weekend, week) =>
    broken.includes(week)
      ? { ...weekend, state: 'missed', openedAt: null, closedAt: weekend.closesAt, windowKept: false }
      : weekend,
  ),
  agreements: [
    { version: 1, weekends: 40 },
    { version: 2, weekends: 38 },
  ],
  holds: season.holds,
  held: [
    {
      ...{ postId: idOf<PostId>(800), takeoverId: idOf<TakeoverId>(1), checks: ['links'] as const },
      ...{ heldAt: '2025-01-11T10:00:00.000Z', decidedAt: null, verdict: null, by: null },
      checks: ['links'],
    },
  ],
  incidentsByKind: (['crisis', 'reported', 'storm', 'outcomeUnknown', 'missedWindow'] as const).map(
    (kind) => ({
      ...{ kind, count: 3 },
    }),
  ),
  incidents: Array.from({ length: 15 }, (_, index) => ({
    at: '2025-03-01T10:00:00.000Z',
    kind: (['crisis', 'reported', 'storm', 'outcomeUnknown', 'missedWindow'] as const)[index % 5] ?? 'crisis',
    takeoverId: idOf<TakeoverId>(9),
    proof: null,
  })),
};
const audit = { holds: true as const, head: { number: 41_207, hash: '9f3c'.repeat(16) }, anchors: 512 };
const nameOf = namesFor(members);

const switchUses = Array.from({ length: 12 }, (_, index) => ({
  proof: index + 1,
  mode: index % 2 === 0 ? ('pause' as const) : ('off' as const),
  at: `2025-03-${String(index + 10)}T11:00:00.000Z`,
  ...{ stopped: 2, alreadyOut: 9, unknown: 0 },
}));
const busy: Account = { ...account(78), switchUses };

const none = { yes: null, aLittle: null, no: null, answers: 0 };
const noScores = {
  answered: 0,
  counted: 0,
  meanFirst: null,
  meanLater: null,
  medianFirst: null,
  medianLater: null,
};
const nothing: SeasonFigures = {
  ...{ zone, weekends: [], curators: 0, posts: { published: 0, replies: 0, pictures: 0, held: 0 } },
  surveys: {
    waves: [],
    uclaAfter: { ...noScores, change: null },
    uclaFourWeeks: { ...noScores, change: null },
    lonelyAfter: { answered: 0, counted: 0, first: null, later: null },
    goodExperience: { answered: 0, counted: 0, share: null },
  },
  pulse: { answers: 0, setAside: 0, lessAlone: none, learned: none },
  engagement: [],
  holds: {
    posts: 0,
    held: 0,
    approved: 0,
    declined: 0,
    undecided: 0,
    medianSeconds: null,
    longestSeconds: null,
    deciders: [],
  },
  incidents: [],
};
const few: SeasonFigures = {
  ...{ ...nothing, weekends: season.weekends.slice(0, 3), curators: 3, pulse: pulse(4) },
  surveys: { ...nothing.surveys, uclaAfter: { ...noScores, answered: 3, change: null } },
};
const idle: Account = { ...account(0), posts: [], switchUses: [], costs: { microUsd: 0, byKind: [] } };
const nobody: AssuranceFigures = {
  ...{
    zone,
    weekends: [],
    agreements: [],
    held: [],
    incidents: [],
    incidentsByKind: [],
    holds: nothing.holds,
  },
};
const noAudit = { holds: true as const, head: { number: 0, hash: '0'.repeat(64) }, anchors: 0 };

/** Reports of figures that were made up, written as the real ones are. */
export const sampleReports = {
  takeover: takeoverReport(heading, takeover, account(1), nameOf),
  season: seasonReport(year, season, account(78), nameOf),
  seasonOfFew: seasonReport(year, few, account(3), nameOf),
  emptySeason: seasonReport(year, nothing, idle, nameOf),
  assurance: assuranceReport(year, { figures: assurance, account: busy, audit }, nameOf),
  assuranceOfOne: assuranceReport(
    heading,
    {
      figures: { ...assurance, weekends: [takeover.weekend], incidents, incidentsByKind },
      account: account(1),
      audit,
    },
    nameOf,
  ),
  emptyAssurance: assuranceReport(year, { figures: nobody, account: idle, audit: noAudit }, nameOf),
} satisfies Readonly<Record<string, ReportDocument>>;
