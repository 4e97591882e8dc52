import { z } from 'zod';
import { Instant, SurveyId, TakeoverId } from '../define/ids.js';
import { Language, TypedText } from '../define/words.js';

/** When a curator is asked: before a takeover, when it is over, and four weeks later. */
export const SurveyWave = z.enum(['before', 'after', 'fourWeeks']);
export type SurveyWave = z.infer<typeof SurveyWave>;

/** A survey takes answers so long, in days; one before a takeover until the takeover opens. */
export const surveyOpenDays = 28;
/** So many days after a takeover has closed it is asked about once more. */
export const askedOnceMoreAfterDays = 28;
/** Nobody is asked before a takeover who was asked within so many weeks. */
export const beforeHoldsWeeks = 26;

/** `open`: it takes answers. `over`: it was not sent off in time, and what was typed in it is gone. */
export const SurveyState = z.enum(['open', 'answered', 'over']);

export const Survey = z.object({
  surveyId: SurveyId,
  /** Null before a takeover, which may not be booked yet. */
  takeoverId: TakeoverId.nullable(),
  wave: SurveyWave,
  state: SurveyState,
  openedAt: Instant,
  /** Until when it takes answers; null: until the takeover opens. */
  closesAt: Instant.nullable(),
  answeredAt: Instant.nullable(),
});
export type Survey = z.infer<typeof Survey>;

/** What a question is called in answers. Those of the charity begin with `own-`. */
export const QuestionKey = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,60}$/, 'is the key of a question');

/** The longest answer in somebody's own words, in characters. */
export const longestSurveyAnswer = 4_000;

/** A question as it is asked. Every one may be skipped. */
export const SurveyQuestion = z.object({
  key: QuestionKey,
  kind: z.enum(['choice', 'scale', 'text']),
  words: z.string(),
  /** Of its words. Those of a scale are English whatever was asked for: it is validated as it stands. */
  language: Language,
  /** Where it is from, for one of a validated measure, which nobody may reword. */
  source: z.string().nullable(),
  /** What can be answered, in order; none where it is answered in one's own words. */
  answers: z.array(z.object({ key: z.string(), words: z.string() })),
  /** Answered in one's own words, which the charity may quote if their author says so. */
  mayBeQuoted: z.boolean(),
});
export type SurveyQuestion = z.infer<typeof SurveyQuestion>;

/** The key of one of the answers, or one's own words. */
const SurveyAnswerText = z
  .string()
  .trim()
  .min(1)
  .max(longestSurveyAnswer, `can have ${longestSurveyAnswer} letters at most: please shorten it`)
  .pipe(TypedText);

/** What somebody answered to one question so far. */
export const GivenAnswer = z.object({
  key: QuestionKey,
  answer: SurveyAnswerText,
  /** For one's own words: whether the charity may quote them beside their author’s name, or without one. */
  mayQuote: z.boolean().default(false),
});
export type GivenAnswer = z.infer<typeof GivenAnswer>;

/** One answer on its way: null skips the question, and forgets what was answered before. */
export const oneAnswer = {
  key: QuestionKey,
  answer: SurveyAnswerText.nullable(),
  mayQuote: z.boolean().default(false),
} as const;

/** A survey with its questions, and what was answered so far; nothing of that once it has been sent off. */
export const OpenedSurvey = z.object({
  survey: Survey,
  questions: z.array(SurveyQuestion),
  given: z.array(GivenAnswer),
  /** Whether a name stands beside what is quoted: not where they chose to be anonymous, or it is not known yet. */
  quotedByName: z.boolean(),
});
export type OpenedSurvey = z.infer<typeof OpenedSurvey>;

export const Saved = z.object({
  /** Null: skipped. */
  given: GivenAnswer.nullable(),
  /** What they wrote sounds as if they may be in danger: show them at once where to find help. */
  needsHelp: z.boolean(),
});

export const Finished = z.object({
  survey: Survey,
  /**
   * They are often lonely, or wrote as if they may be in danger: show them where to find somebody. Said once, to whoever sends
   * it off: a mail with a link may be forwarded.
   */
  needsHelp: z.boolean(),
});

export const surveyRefusals = {
  alreadyAnswered: { status: 409, message: 'You have sent this survey off already. Thank you!' },
  surveyOver: {
    status: 410,
    message:
      'Thank you for coming back to this. Its time is over, so it takes no more answers. There is nothing you need to do.',
  },
  notAsked: {
    status: 422,
    message: 'This survey does not ask that. Please open the survey again and answer what it asks.',
  },
  notAnAnswer: {
    status: 422,
    message: 'The question does not have this answer. Please choose one of those it has, or skip it.',
  },
} as const;
