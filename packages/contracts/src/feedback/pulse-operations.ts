import { z } from 'zod';
import { anyone, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, Instant, PulseAnswerId, TakeoverId } from '../define/ids.js';
import { TypedText } from '../define/words.js';
import { Hidden } from '../posting/post.js';

/** What followers tap: to what degree, or nothing where they skip it. */
export const PulseTap = z.enum(['yes', 'aLittle', 'no']);
export type PulseTap = z.infer<typeof PulseTap>;

/** The end of a pulse's address, `/p/<code>`. */
export const PulseCode = z
  .string()
  .regex(/^[0-9a-hjkmnp-tv-z]{12}$/, 'is the end of the link: please copy all of it');

/** With fewer answers than this, the public is shown no figures: one answer more or less would tell too much. */
export const fewestToShow = 10;
/** So many days after the end of a takeover its pulse can be answered. */
export const pulseDays = 7;
export const longestPulseWords = 280;

const Taps = z.object({ yes: z.int().min(0), aLittle: z.int().min(0), no: z.int().min(0) });

/** Only answers that count. Who skipped a question is in neither of its figures. */
export const PulseFigures = z.object({
  answered: z.int().min(0),
  lessAlone: Taps,
  learned: Taps,
});
export type PulseFigures = z.infer<typeof PulseFigures>;

export const viewPulse = defineOperation({
  name: 'view-pulse',
  owner: 'feedback',
  summary:
    'What followers are asked about a weekend, by the code in its address. While it is open it comes with a ticket, to be sent back with the answer.',
  method: 'GET',
  path: '/pulses/{code}',
  access: [anyone],
  input: z.object({ code: PulseCode }),
  output: z.object({
    charityId: CharityId,
    state: z.enum(['open', 'over']),
    closesAt: Instant,
    /** Good for one answer, from two seconds after it was given and for a day. Null once the pulse is over. */
    ticket: z.string().nullable(),
    /** Once it is over, where enough have answered. */
    figures: PulseFigures.nullable(),
  }),
  refusals: {},
});

export const answerPulse = defineOperation({
  name: 'answer-pulse',
  owner: 'feedback',
  summary:
    'A follower says whether a weekend helped. One answer a device: the same device again changes its answer for as long as the pulse is open.',
  method: 'POST',
  path: '/pulses/{code}/answers',
  access: [anyone],
  fromNetwork: true,
  input: z.object({
    code: PulseCode,
    /** From `view-pulse`. */
    ticket: z.string().max(100),
    /** What the device made up for this pulse alone. Nothing can be told from it but that it is the same one. */
    device: z.string().regex(/^[A-Za-z0-9_-]{22,64}$/, 'is 22 to 64 letters, digits, hyphens or underscores'),
    lessAlone: PulseTap.nullable().default(null),
    learned: PulseTap.nullable().default(null),
    /** In their own words. Read by nobody before it has been checked. */
    words: TypedText.trim()
      .max(longestPulseWords, `can be at most ${longestPulseWords} characters`)
      .default(''),
  }),
  output: z.object({
    /** Whether this device had answered before. */
    changed: z.boolean(),
    /** The words speak of a crisis, also of one that is over: show at once where to find help (`view-signposting`). */
    mayNeedHelp: z.boolean(),
    /** They sound like one that is now: the team is called, or once more within a quarter of an hour if it has just been. */
    teamIsCalled: z.boolean(),
  }),
  refusals: {
    pulseOver: { status: 410, message: 'The week for this is over. Thank you for wanting to answer!' },
    tooQuick: {
      status: 409,
      message: 'That was very quick. Please wait two seconds and press the button again; nothing is lost.',
    },
    oldTicket: {
      status: 409,
      message: 'This page is from too long ago. Please press the button again; nothing is lost.',
    },
    countedAlready: { status: 409, message: 'This answer is counted already. Thank you!' },
  },
});

const ofTakeover = { charityId: CharityId, takeoverId: TakeoverId };
const path = '/charities/{charityId}/takeovers/{takeoverId}/pulse';

const Pulse = z.object({
  takeoverId: TakeoverId,
  code: PulseCode,
  opensAt: Instant,
  closesAt: Instant,
  state: z.enum(['open', 'over']),
  figures: PulseFigures,
  /** Answers that are not in the figures, because too many came from one place. */
  setAside: z.int().min(0),
});

export const listPulses = defineOperation({
  name: 'list-pulses',
  owner: 'feedback',
  summary: 'What followers have said so far about each weekend, the newest first; the last fifty.',
  method: 'GET',
  path: '/charities/{charityId}/pulses',
  access: [staff('manager', 'moderator', 'trustee')],
  input: z.object({ charityId: CharityId }),
  output: z.object({ pulses: z.array(Pulse) }),
  refusals: {},
});

const PulseWords = z.object({
  answerId: PulseAnswerId,
  answeredAt: Instant,
  /** Empty while they are hidden from whoever asks, or where they do not open any more. */
  words: z.string(),
  /** Not null: they may be hard to read or tell who somebody is, and whoever asks has not looked yet. */
  hidden: Hidden.nullable(),
  /** Whether they may stand in the takeover’s report: not until one of the team says so. */
  mayBeShown: z.boolean(),
});

export const listPulseWords = defineOperation({
  name: 'list-pulse-words',
  owner: 'feedback',
  summary:
    'What followers wrote about a weekend, each checked before anybody reads it, the newest first; at most 500.',
  method: 'GET',
  path: `${path}/words`,
  access: [staff('manager', 'moderator')],
  input: z.object(ofTakeover),
  output: z.object({ words: z.array(PulseWords) }),
  refusals: {},
});

export const lookAtPulseWords = defineOperation({
  name: 'look-at-pulse-words',
  owner: 'feedback',
  summary: 'Shows words that are hidden because they may be hard to read, to whoever asks and nobody else.',
  method: 'POST',
  path: `${path}/words/{answerId}/looks`,
  access: [staff('manager', 'moderator')],
  input: z.object({ ...ofTakeover, answerId: PulseAnswerId }),
  output: PulseWords,
  refusals: {},
});

export const showPulseWords = defineOperation({
  name: 'show-pulse-words',
  owner: 'feedback',
  summary: 'Says whether a follower’s words may stand in the report of the takeover.',
  method: 'PUT',
  path: `${path}/words/{answerId}/showing`,
  access: [staff('manager', 'moderator')],
  input: z.object({ ...ofTakeover, answerId: PulseAnswerId, mayBeShown: z.boolean() }),
  output: PulseWords,
  refusals: {
    lookFirst: { status: 409, message: 'Please look at these words before you let others see them.' },
  },
});
