import { z } from 'zod';
import { Instant, PostId, TakeoverId } from '../define/ids.js';
import { IdentityLevel } from '../define/words.js';
import { CheckName } from '../posting/finding.js';
import { WhyClosed } from '../scheduling/events.js';

const Count = z.int().min(0);

/** Fewer answers than this say nothing, and could be known as somebody’s. */
export const fewestAnswers = 10;

/** Part of a whole, in percent, with the 95 % interval of Wilson (1927). */
export const Share = z.object({
  count: Count,
  of: Count,
  percent: z.number(),
  low: z.number(),
  high: z.number(),
});
export type Share = z.infer<typeof Share>;

/** Null where there are too few answers to say. */
const KnownShare = Share.nullable();

/** What followers tapped. `setAside`: one of too many from one place; it is in no share. */
export const PulseShares = z.object({
  answers: Count,
  setAside: Count,
  lessAlone: z.object({ answers: Count, yes: KnownShare, aLittle: KnownShare, no: KnownShare }),
  learned: z.object({ answers: Count, yes: KnownShare, aLittle: KnownShare, no: KnownShare }),
});
export type PulseShares = z.infer<typeof PulseShares>;

export const Mark = z.enum(['day', 'threeDays', 'week']);

/** What X says of posts at one time after each went out: medians over posts, and all impressions. Null: of no post. */
export const EngagementFigures = z.object({
  mark: Mark,
  posts: Count,
  likes: z.number().nullable(),
  replies: z.number().nullable(),
  reposts: z.number().nullable(),
  quotes: z.number().nullable(),
  impressions: z.number().nullable(),
  allImpressions: Count,
});
export type EngagementFigures = z.infer<typeof EngagementFigures>;

export const FollowerFigures = z.object({
  opened: Count.nullable(),
  closed: Count.nullable(),
  week: Count.nullable(),
});
export type FollowerFigures = z.infer<typeof FollowerFigures>;

export const PostCounts = z.object({ published: Count, replies: Count, pictures: Count, held: Count });
export type PostCounts = z.infer<typeof PostCounts>;

/**
 * `ahead`: its window has not begun. `on`: the curator has the account. `over`: the window came and went. `endedEarly`: given
 * back, ended or taken back before its time. `calledOff`: it never began, as somebody decided. `missed`: it never began, and
 * nobody decided so.
 */
export const WeekendState = z.enum(['ahead', 'on', 'over', 'endedEarly', 'calledOff', 'missed']);
export type WeekendState = z.infer<typeof WeekendState>;

export const Weekend = z.object({
  takeoverId: TakeoverId,
  penName: z.string(),
  identityLevel: IdentityLevel,
  /** Of the curating agreement that held when it began; null where none is known. */
  agreementVersion: z.int().positive().nullable(),
  state: WeekendState,
  /** The window as it was last set, and as it came to be. */
  opensAt: Instant,
  closesAt: Instant,
  openedAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  because: WhyClosed.nullable(),
  /** Opened and closed within a minute of its window, or ended before by somebody; null as long as it is not over. */
  windowKept: z.boolean().nullable(),
});
export type Weekend = z.infer<typeof Weekend>;

export const IncidentKind = z.enum([
  'switchHold',
  'switchPause',
  'switchTakenBack',
  'switchReleased',
  'crisis',
  'reported',
  'storm',
  'stormOver',
  'outcomeUnknown',
  'missedWindow',
  'givenBack',
]);
export type IncidentKind = z.infer<typeof IncidentKind>;

/** Never in words: of whom or what is where it happened. */
export const Incident = z.object({
  at: Instant,
  kind: IncidentKind,
  takeoverId: TakeoverId.nullable(),
  /** Of the kill switch: under which number `list-switch-proofs` keeps its proof. */
  proof: z.int().positive().nullable(),
});
export type Incident = z.infer<typeof Incident>;

export const IncidentCount = z.object({ kind: IncidentKind, count: Count });
export type IncidentCount = z.infer<typeof IncidentCount>;

/** A post that waited for a person. `by`: the role of who decided, and a pseudonym; null where that is not known. */
export const HoldOfPost = z.object({
  postId: PostId,
  takeoverId: TakeoverId,
  checks: z.array(CheckName),
  heldAt: Instant,
  decidedAt: Instant.nullable(),
  verdict: z.enum(['approve', 'decline']).nullable(),
  by: z.string().nullable(),
});
export type HoldOfPost = z.infer<typeof HoldOfPost>;

/** How quickly people decided: seconds; null where nobody has. */
export const HoldFigures = z.object({
  held: Count,
  /** Fewer than `held` where some waited more than once. */
  posts: Count,
  approved: Count,
  declined: Count,
  /** Taken back, changed, or over with its window before anybody had decided. */
  undecided: Count,
  medianSeconds: z.number().nullable(),
  longestSeconds: z.number().nullable(),
  deciders: z.array(z.object({ by: z.string(), decided: Count })),
});
export type HoldFigures = z.infer<typeof HoldFigures>;

/**
 * One measure of the same people at two times. `counted`: people in the figures, in whole tens; `answered`: who answered both
 * times. All figures are null where there are too few.
 */
export const ScoreComparison = z.object({
  answered: Count,
  counted: Count,
  meanFirst: z.number().nullable(),
  meanLater: z.number().nullable(),
  medianFirst: z.number().nullable(),
  medianLater: z.number().nullable(),
  /** Mean change with its 95 % interval: Student’s t of the paired differences. Below nought is less lonely. */
  change: z.object({ mean: z.number(), low: z.number(), high: z.number() }).nullable(),
});
export type ScoreComparison = z.infer<typeof ScoreComparison>;

export const ShareComparison = z.object({
  answered: Count,
  counted: Count,
  first: KnownShare,
  later: KnownShare,
});
export type ShareComparison = z.infer<typeof ShareComparison>;

export const SurveyFigures = z.object({
  /** How many curators’ surveys were opened and answered, wave by wave. */
  waves: z.array(
    z.object({ wave: z.enum(['before', 'after', 'fourWeeks']), opened: Count, answered: Count }),
  ),
  /** The UCLA three-item score, 3 to 9. */
  uclaAfter: ScoreComparison,
  uclaFourWeeks: ScoreComparison,
  /** Who says “often/always” or “some of the time” to “How often do you feel lonely?”. */
  lonelyAfter: ShareComparison,
  /** Who says 4 or 5 of 5 to “Taking over was a good experience for me.” */
  goodExperience: z.object({ answered: Count, counted: Count, share: KnownShare }),
});
export type SurveyFigures = z.infer<typeof SurveyFigures>;
