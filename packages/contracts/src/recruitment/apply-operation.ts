import { z } from 'zod';
import { anyone } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { ApplicationId, CallId, CharityId } from '../define/ids.js';
import { EmailAddress, IdentityLevel, Language, TypedPenName, TypedText } from '../define/words.js';
import { ApplicationState } from './application-moves.js';
import { Answer, QuestionId } from './question.js';

/** The longest that somebody may write about themself, in characters. */
export const longestAbout = 4_000;

const typed = (longest: number) =>
  z.string().max(longest, {
    error: ({ input }) =>
      `has ${typeof input === 'string' ? input.length : 'too many'} characters; ${longest} fit: please shorten it`,
  });

/** The token of a saved form, as its link carries it. */
export const SavedFormToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'is the whole token of the link');

export const apply = defineOperation({
  name: 'apply',
  owner: 'recruitment',
  summary: 'Applies to a call under a pen name. Who the person is goes into the identity vault.',
  method: 'POST',
  path: '/charities/{charityId}/calls/{callId}/applications',
  access: [anyone],
  input: z.object({
    charityId: CharityId,
    callId: CallId,
    applicationId: ApplicationId,
    /** The version of the call whose questions are answered; left out, the newest. */
    callVersion: z.int().positive().optional(),
    /** The language it was read in; left out, the call’s main one. Mails come in it too. */
    language: Language.optional(),
    penName: TypedPenName,
    identityLevel: IdentityLevel,
    person: z.object({
      name: z.string().trim().min(1).max(200).pipe(TypedText),
      email: EmailAddress,
      phone: z.string().trim().max(40).optional(),
    }),
    about: z.string().trim().pipe(typed(longestAbout)).pipe(TypedText).default(''),
    /** Whether the person is as old as the call asks for. */
    ofAge: z.boolean(),
    /** Answers by their question. Those to questions that were not to be asked are dropped. */
    answers: z.record(QuestionId, Answer).default({}),
    consentHash: z.string(),
    /** The saved form that this was; it is not needed any more. */
    savedForm: SavedFormToken.optional(),
    /** The nomination that led here, as its link carries it. */
    nomination: z.string().max(200).optional(),
    /** Mails may come from the charity’s own name. Left out: from one that tells nothing, until they say otherwise. */
    openMails: z.boolean().optional(),
    /** When the form was opened, as `view-call` signed it. */
    stamp: z.string().max(200).optional(),
    /** A field of the form that no person sees: left empty by everybody who reads the page. */
    website: z.string().max(10_000).optional(),
  }),
  output: z.object({ applicationId: ApplicationId, state: ApplicationState }),
  refusals: {
    consentChanged: {
      status: 409,
      message:
        'The consent text has changed since you opened the form. Please read it again; your answers are kept.',
    },
    tooYoung: {
      status: 422,
      message:
        'You need to be older for this: it is for adults. Thank you for wanting to. Nothing you typed was kept.',
    },
    callNotYet: {
      status: 409,
      message: 'This call has not opened yet. Please save your form, and send it when it has.',
    },
    callClosed: {
      status: 409,
      message: 'This call has closed. You can save your form, in case there is another one.',
    },
    callFull: {
      status: 409,
      message:
        'As many people have applied as we can answer just now. Please save your form, and look again in some weeks.',
    },
  },
});
