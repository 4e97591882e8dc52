import { z } from 'zod';
import { anyone } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, Instant, MessageId } from '../define/ids.js';
import { EmailAddress, PenName } from '../define/words.js';
import { LinkToken } from '../people/sign-in-words.js';
import { ApplicationState } from './application-moves.js';
import {
  AnswerText,
  beforeMessage,
  earlierMessages,
  idReused,
  OwnMessage,
} from './conversation-operations.js';
import { mailWishes } from './mail-operations.js';

/** A link to an applicant's own page works so long, from when it was mailed. Days. */
export const ownLinkLivesDays = 60;

/** The same words for a link that never was, is too old or was replaced: which it is tells nobody anything. */
const linkOver = {
  status: 410,
  message:
    'This link does not work any more. Please ask for a new one. If you have taken your application back, everything is gone, and there is nothing left to do.',
} as const;
const signInInstead = {
  status: 409,
  message: 'You are a curator now. Please sign in: you find everything there.',
} as const;
const withLink = z.object({ charityId: CharityId, token: LinkToken });

export const requestOwnLink = defineOperation({
  name: 'request-own-link',
  owner: 'recruitment',
  summary:
    'Asks for a new link to one’s own page, by address. The answer is the same for every address; older links stop working when the new one is mailed.',
  method: 'POST',
  path: '/charities/{charityId}/own-application/links',
  access: [anyone],
  input: z.object({ charityId: CharityId, email: EmailAddress }),
  output: z.object({ next: z.literal('checkYourMail') }),
  refusals: {},
});

export const viewOwnApplication = defineOperation({
  name: 'view-own-application',
  owner: 'recruitment',
  summary:
    'An applicant’s own page, by the link in a mail: where their application stands, and what the team and they have written. Never their name, address or phone.',
  method: 'GET',
  path: '/charities/{charityId}/own-application',
  access: [anyone],
  input: withLink.extend({ before: beforeMessage }),
  output: z.object({
    penName: PenName,
    /** A decision that may still be taken back is not told: it is being read until the mail goes. */
    state: ApplicationState,
    appliedAt: Instant,
    /** They are a curator: they sign in, and this page shows no more of the conversation. */
    signsIn: z.boolean(),
    messages: z.array(OwnMessage),
    /** How they are written to. */
    mails: z.object(mailWishes),
    earlier: earlierMessages,
  }),
  refusals: { linkOver },
});

export const answerTeam = defineOperation({
  name: 'answer-team',
  owner: 'recruitment',
  summary: 'An applicant writes to the team, by the link in a mail.',
  method: 'POST',
  path: '/charities/{charityId}/own-application/answers',
  access: [anyone],
  input: withLink.extend({ messageId: MessageId, text: AnswerText }),
  output: z.object({ messageId: MessageId }),
  refusals: { linkOver, signInInstead, idReused },
});

export const setOwnMailWishes = defineOperation({
  name: 'set-own-mail-wishes',
  owner: 'recruitment',
  summary:
    'An applicant says, by the link in a mail, in which language they are written to, and whether under a name that tells nothing.',
  method: 'POST',
  path: '/charities/{charityId}/own-application/mail-wishes',
  access: [anyone],
  input: withLink.extend(mailWishes),
  output: z.object(mailWishes),
  refusals: { linkOver, signInInstead },
});

export const withdrawApplication = defineOperation({
  name: 'withdraw-application',
  owner: 'recruitment',
  summary:
    'An applicant takes their application back, without a reason. What is kept about them is erased at once.',
  method: 'POST',
  path: '/charities/{charityId}/own-application/withdrawal',
  access: [anyone],
  input: withLink,
  output: z.object({ state: z.literal('withdrawn') }),
  refusals: { linkOver, signInInstead },
});
