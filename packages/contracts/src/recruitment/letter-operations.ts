import { z } from 'zod';
import { staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, Instant, MemberId, TestLetterId } from '../define/ids.js';
import { TypedText } from '../define/words.js';

/** Languages that letters can be in. English is complete; in another, a letter without words goes in English. */
export const LetterLanguage = z.enum(['en', 'cy']);

/** A letter by its name: a word of a fixed list, which `list-letters` tells. */
const LetterName = z.string().regex(/^[A-Za-z]{1,40}$/, 'is the name of a letter, as list-letters tells it');

/**
 * What a letter says, places in braces. How long each part may be, and what must not show on a locked screen, is told
 * for each part with the refusal; what is here only keeps out what nobody would type.
 */
export const WordsOfLetter = z.object({
  subject: TypedText.pipe(z.string().trim().max(400)),
  /** The first paragraph. With the subject all that shows before the mail is opened. */
  opening: TypedText.pipe(z.string().trim().max(1000)),
  text: TypedText.pipe(z.string().trim().max(20_000)),
});

const Place = z.object({
  name: z.string(),
  about: z.string(),
  sample: z.string(),
  /** It becomes a button and stands on a line of its own. */
  isLink: z.boolean(),
  /** Without it the letter cannot be set. */
  isNeeded: z.boolean(),
  /** It must not stand in the subject or the opening. */
  isHidden: z.boolean(),
});

/** `part`: whoever takes part needs it. `extra`: only to who consents to such mails; each says how to get no more. */
const LetterKind = z.enum(['part', 'extra']);

/** Something that is harder to read than it need be. It keeps nobody from sending it. */
const Warning = z.object({ field: z.string(), problem: z.string() });

const oneLetter = { charityId: CharityId, letter: LetterName };
const oneLanguage = { ...oneLetter, language: LetterLanguage };

export const listLetters = defineOperation({
  name: 'list-letters',
  owner: 'recruitment',
  summary:
    'Every letter to applicants and curators: when it goes, what is filled in, and whose words it has.',
  method: 'GET',
  path: '/charities/{charityId}/letters',
  access: [staff('manager')],
  input: z.object({ charityId: CharityId }),
  output: z.object({
    letters: z.array(
      z.object({
        letter: z.string(),
        /** When it goes. */
        about: z.string(),
        kind: LetterKind,
        places: z.array(Place),
        /** In which languages there are words of ours. */
        languages: z.array(LetterLanguage),
        /** In which languages the charity has its own. */
        own: z.array(LetterLanguage),
      }),
    ),
  }),
  refusals: {},
});

export const viewLetter = defineOperation({
  name: 'view-letter',
  owner: 'recruitment',
  summary: 'One letter: our words and the charity’s own, by language, and who set them when.',
  method: 'GET',
  path: '/charities/{charityId}/letters/{letter}',
  access: [staff('manager')],
  input: z.object(oneLetter),
  output: z.object({
    letter: z.string(),
    about: z.string(),
    kind: LetterKind,
    places: z.array(Place),
    words: z.array(
      z.object({
        language: LetterLanguage,
        ours: WordsOfLetter.nullable(),
        /** Null: ours go. */
        own: WordsOfLetter.nullable(),
      }),
    ),
    /** Newest first. Without words: from then on ours went again. */
    versions: z.array(
      z.object({
        language: LetterLanguage,
        version: z.int().positive(),
        words: WordsOfLetter.nullable(),
        by: MemberId,
        at: Instant,
      }),
    ),
  }),
  refusals: {},
});

export const setLetter = defineOperation({
  name: 'set-letter',
  owner: 'recruitment',
  summary:
    'Puts the charity’s own words in place of ours, for one letter in one language. The same words again are the same version.',
  method: 'PUT',
  path: '/charities/{charityId}/letters/{letter}/{language}',
  access: [staff('manager')],
  input: z.object({ ...oneLanguage, words: WordsOfLetter }),
  output: z.object({ version: z.int().positive(), warnings: z.array(Warning) }),
  refusals: {},
});

export const resetLetter = defineOperation({
  name: 'reset-letter',
  owner: 'recruitment',
  summary: 'Lets our words go again, for one letter in one language. The charity’s own are kept as versions.',
  method: 'DELETE',
  path: '/charities/{charityId}/letters/{letter}/{language}',
  access: [staff('manager')],
  input: z.object(oneLanguage),
  output: z.object({ letter: z.string(), language: LetterLanguage }),
  refusals: {},
});

export const previewLetter = defineOperation({
  name: 'preview-letter',
  owner: 'recruitment',
  summary:
    'A letter as somebody would get it, with samples filled in: with the words given, or with those that go now.',
  method: 'POST',
  path: '/charities/{charityId}/letters/{letter}/{language}/preview',
  access: [staff('manager')],
  input: z.object({ ...oneLanguage, words: WordsOfLetter.optional() }),
  output: z.object({
    subject: z.string(),
    opening: z.string(),
    text: z.string(),
    html: z.string(),
    /** In which language it would go. */
    language: LetterLanguage,
    warnings: z.array(Warning),
  }),
  refusals: {},
});

/** So many test letters an hour, for one member. */
export const mostTestLettersPerHour = 10;

/** Answered by the gateway, which alone knows the addresses of a team. */
export const sendTestLetter = defineOperation({
  name: 'send-test-letter',
  owner: 'api-gateway',
  summary:
    'Mails a letter with these words, samples filled in, to the address of whoever asks: ten times an hour at most.',
  method: 'PUT',
  path: '/charities/{charityId}/letters/{letter}/{language}/tests/{testLetterId}',
  access: [staff('manager')],
  input: z.object({ ...oneLanguage, testLetterId: TestLetterId, words: WordsOfLetter }),
  output: z.object({ next: z.literal('checkYourMail') }),
  refusals: {},
});
