import { z } from 'zod';
import { staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, Instant, TakeoverId } from '../define/ids.js';
import { CalendarDate } from '../define/words.js';
import {
  EngagementFigures,
  FollowerFigures,
  HoldFigures,
  HoldOfPost,
  Incident,
  IncidentCount,
  PostCounts,
  PulseShares,
  SurveyFigures,
  Weekend,
} from './report-figures.js';

const readers = staff('manager', 'trustee');
const longestSeasonYears = 3;

/** Both days count, on the charity’s own calendar: a weekend belongs to the day on which it opens. */
export const Season = z.object({ from: CalendarDate, to: CalendarDate });
export type Season = z.infer<typeof Season>;

type Days = { readonly [Day in keyof Season]?: string | undefined };

const isForwards = ({ from, to }: Days): boolean => !from || !to || from <= to;
const isShortEnough = ({ from, to }: Days): boolean =>
  !from || !to || `${Number(to.slice(0, 4)) - longestSeasonYears}${to.slice(4)}` <= from;

const backwards = { path: ['to'], message: 'is before the first day: please swap them' };
const tooLong = {
  path: ['to'],
  message: `is more than ${longestSeasonYears} years after the first day: please choose less`,
};

const seasonInput = z
  .object({ charityId: CharityId, ...Season.shape })
  .refine(isForwards, backwards)
  .refine(isShortEnough, tooLong);

/** Either one weekend, or all that opened in a season. */
export const eitherInput = z
  .object({
    charityId: CharityId,
    takeoverId: TakeoverId.optional(),
    from: CalendarDate.optional(),
    to: CalendarDate.optional(),
  })
  .refine(
    ({ takeoverId, from, to }) => takeoverId !== undefined || (from !== undefined && to !== undefined),
    {
      path: ['takeoverId'],
      message: 'is missing: please name a weekend, or the first and last day of a season',
    },
  )
  .refine(isForwards, backwards)
  .refine(isShortEnough, tooLong);

export const listReports = defineOperation({
  name: 'list-reports',
  owner: 'feedback',
  summary:
    'What there is to report on: every weekend, newest first, a page at a time, and each year that had some.',
  method: 'GET',
  path: '/charities/{charityId}/reports',
  access: [readers],
  input: z.object({
    charityId: CharityId,
    /** Only weekends that open before this moment: the next page. */
    before: Instant.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  output: z.object({
    zone: z.string(),
    weekends: z.array(Weekend),
    years: z.array(z.object({ year: z.int(), weekends: z.int() })),
  }),
  refusals: {},
});

export const reportTakeover = defineOperation({
  name: 'report-takeover',
  owner: 'feedback',
  summary:
    'What one weekend did: what went out, how it was met, what followers say, what went wrong. No curator’s own answers.',
  method: 'GET',
  path: '/charities/{charityId}/takeovers/{takeoverId}/report',
  access: [readers],
  input: z.object({ charityId: CharityId, takeoverId: TakeoverId }),
  output: z.object({
    zone: z.string(),
    weekend: Weekend,
    posts: PostCounts,
    engagement: z.array(EngagementFigures),
    followers: FollowerFigures,
    pulse: PulseShares,
    /** In their own words, where one of the team said that they may stand here: the newest first, at most a hundred. */
    followersWords: z.array(z.string()),
    holds: HoldFigures,
    /** The newest two hundred, in the order in which they happened; `incidentsByKind` counts all. */
    incidents: z.array(Incident),
    incidentsByKind: z.array(IncidentCount),
    /** The manager’s notes, where they are meant for the report. */
    notes: z.string().nullable(),
  }),
  refusals: {},
});

export const reportSeason = defineOperation({
  name: 'report-season',
  owner: 'feedback',
  summary:
    'What a season did: curators before and after, followers, reach. Curators’ scores come in tens, so that no two reports tell one person’s.',
  method: 'GET',
  path: '/charities/{charityId}/reports/season',
  access: [readers],
  input: seasonInput,
  output: z.object({
    zone: z.string(),
    weekends: z.array(
      Weekend.extend({
        posts: PostCounts,
        pulse: z.object({ answers: z.int(), lessAlone: z.number().nullable() }),
        /** Median impressions of its posts after a week. */
        impressions: z.number().nullable(),
        followersGained: z.int().nullable(),
      }),
    ),
    curators: z.int(),
    posts: PostCounts,
    surveys: SurveyFigures,
    pulse: PulseShares,
    engagement: z.array(EngagementFigures),
    holds: HoldFigures,
    /** Also those of no weekend: of rehearsals, say. */
    incidents: z.array(IncidentCount),
  }),
  refusals: {},
});

export const reportAssurance = defineOperation({
  name: 'report-assurance',
  owner: 'feedback',
  summary:
    'For trustees, of a weekend or a season: windows kept, agreements, who decided about what was held and how quickly, and every incident.',
  method: 'GET',
  path: '/charities/{charityId}/reports/assurance',
  access: [readers],
  input: eitherInput,
  output: z.object({
    zone: z.string(),
    weekends: z.array(Weekend),
    agreements: z.array(z.object({ version: z.int().positive().nullable(), weekends: z.int() })),
    holds: HoldFigures,
    /** The newest first, and no more than two hundred of them; `holds` counts all. */
    held: z.array(HoldOfPost),
    /** The newest two hundred, in the order in which they happened; `incidentsByKind` counts all. */
    incidents: z.array(Incident),
    /** Of a season also those of no weekend: of rehearsals, say. */
    incidentsByKind: z.array(IncidentCount),
  }),
  refusals: {},
});
