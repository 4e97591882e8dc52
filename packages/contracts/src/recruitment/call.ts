import { z } from 'zod';
import { CallId, Instant } from '../define/ids.js';
import { Language, TypedText } from '../define/words.js';
import { QuestionId, Questions } from './question.js';

const words = (shortest: number, longest: number) =>
  z.string().trim().min(shortest).max(longest).pipe(TypedText);

/** One question in another language: what is left out stays in the main one. */
const TranslatedQuestion = z.object({
  label: words(1, 300).optional(),
  help: words(1, 1_000).optional(),
  /** Labels by the value of their option. */
  options: z.record(z.string().max(40), words(1, 200)).optional(),
  lowest: words(1, 80).optional(),
  highest: words(1, 80).optional(),
});

export const CallTranslation = z.object({
  title: words(3, 120),
  invitation: words(1, 4_000),
  consentText: words(1, 8_000),
  questions: z.record(QuestionId, TranslatedQuestion).default({}),
});
export type CallTranslation = z.infer<typeof CallTranslation>;

const content = {
  language: Language.default('en'),
  title: words(3, 120),
  invitation: words(1, 4_000),
  consentText: words(1, 8_000),
  /** Whoever is younger cannot apply. */
  minimumAge: z.int().min(13).max(99).default(18),
  questions: Questions.default([]),
  translations: z.partialRecord(Language, CallTranslation).default({}),
};

/** What a call says and asks: a change of it is a new version, and applications keep the one they answered. */
export const CallContent = z.object(content);
export type CallContent = z.infer<typeof CallContent>;

/** An origin as browsers write it, with nothing that could end a header: https://shine.example. */
const Origin = z
  .string()
  .regex(
    /^https:\/\/[a-z0-9](?:[a-z0-9.-]{0,200}[a-z0-9])?(?::\d{1,5})?$/,
    'must be the beginning of a web address, such as https://shine.example',
  );

const settings = {
  /** Null: at once. */
  opensAt: Instant.nullable().default(null),
  /** Null: until somebody closes it. */
  closesAt: Instant.nullable().default(null),
  /** Most applications. Null: any number. */
  capacity: z.int().min(1).max(100_000).nullable().default(null),
  /** The sites that may show the form in a frame. */
  embedOn: z.array(Origin).max(20).default([]),
};

/** When and where a call is open, which is no part of what it says. */
export const CallSettings = z.object(settings);
export type CallSettings = z.infer<typeof CallSettings>;

/** All that a charity says about a call. */
export const callFields = { ...content, ...settings };

/** `full`: as many have applied as can. */
export const CallState = z.enum(['notYet', 'open', 'full', 'closed']);
export type CallState = z.infer<typeof CallState>;

/** A call as the public sees it, in one language. */
export const PublicCall = z.object({
  callId: CallId,
  version: z.int().positive(),
  language: Language,
  /** Every language it can be read in, the main one first. */
  languages: z.array(Language),
  title: z.string(),
  invitation: z.string(),
  consentText: z.string(),
  /** SHA-256 of the consent text, hex: what an applicant agrees to. */
  consentHash: z.string(),
  minimumAge: z.int(),
  questions: Questions,
  state: CallState,
  opensAt: Instant.nullable(),
  closesAt: Instant.nullable(),
  embedOn: z.array(z.string()),
  /** When the form was opened, signed. Sent along with the application it tells a person from a program; it need not be. */
  stamp: z.string(),
});
export type PublicCall = z.infer<typeof PublicCall>;
