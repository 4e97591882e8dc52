import { z } from 'zod';
import { anyone } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId } from '../define/ids.js';
import { EmailAddress } from '../define/words.js';
import {
  CuratorsSession,
  LinkToken,
  onDevice,
  PasskeyAnswer,
  PasskeyOptions,
  PasskeyTicket,
  PersonsSession,
  SecondFactorCode,
  SignInCode,
  SignInTicket,
  signInRefusals,
} from './sign-in-words.js';

const { secondFactorNeeded, tooManyTries, wrongCode, wrongLink, wrongPasskey, wrongSecondFactor } =
  signInRefusals;

export const requestStaffSignIn = defineOperation({
  name: 'request-staff-sign-in',
  owner: 'api-gateway',
  summary:
    'Mails a code and a link if the address is somebody’s. The answer is the same for everybody, and never tells.',
  method: 'POST',
  path: '/sign-in',
  access: [anyone],
  input: z.object({
    email: EmailAddress,
    /** Whose sign-in page it was asked for on, if any: the mail names it. */
    charityId: CharityId.optional(),
    /** The ticket of an earlier request: the code of either mail then works with it. */
    ticket: SignInTicket.optional(),
    deviceToken: onDevice.deviceToken,
  }),
  output: z.object({ next: z.literal('checkYourMail'), ticket: SignInTicket }),
  refusals: {},
});

export const openStaffSession = defineOperation({
  name: 'open-staff-session',
  owner: 'api-gateway',
  summary:
    'Exchanges the code from the mail for a person’s session, good in every charity they belong to. The token is shown once.',
  method: 'POST',
  path: '/sign-in/session',
  access: [anyone],
  input: z.object({ ticket: SignInTicket, code: SignInCode, ...onDevice }),
  output: PersonsSession,
  refusals: { wrongCode, secondFactorNeeded },
});

export const openSessionByLink = defineOperation({
  name: 'open-session-by-link',
  owner: 'api-gateway',
  summary: 'Exchanges the link from the mail for a person’s session. Opening the link alone signs nobody in.',
  method: 'POST',
  path: '/sign-in/link',
  access: [anyone],
  input: z.object({ link: LinkToken, ...onDevice }),
  output: PersonsSession,
  refusals: { wrongLink, secondFactorNeeded },
});

export const openSessionBySecondFactor = defineOperation({
  name: 'open-session-by-second-factor',
  owner: 'api-gateway',
  summary:
    'The second of two steps, where a sign-in was refused with `secondFactorNeeded`: its ticket and a code.',
  method: 'POST',
  path: '/sign-in/second-factor',
  access: [anyone],
  input: z.object({ ticket: SignInTicket, code: SecondFactorCode, ...onDevice }),
  output: PersonsSession,
  refusals: { wrongSecondFactor, tooManyTries, wrongCode },
});

export const beginPasskeySignIn = defineOperation({
  name: 'begin-passkey-sign-in',
  owner: 'api-gateway',
  summary:
    'What to ask a browser for, to sign in or to confirm a big step with a passkey. The same for everybody.',
  method: 'POST',
  path: '/sign-in/passkey/begin',
  access: [anyone],
  input: z.object({}),
  output: z.object({ ticket: PasskeyTicket, options: PasskeyOptions }),
  refusals: {},
});

export const openSessionByPasskey = defineOperation({
  name: 'open-session-by-passkey',
  owner: 'api-gateway',
  summary: 'Exchanges a passkey’s answer for a person’s session. A passkey is both factors in one.',
  method: 'POST',
  path: '/sign-in/passkey',
  access: [anyone],
  input: z.object({ ticket: PasskeyTicket, answer: PasskeyAnswer, ...onDevice }),
  output: PersonsSession,
  refusals: { wrongPasskey },
});

export const openCuratorSession = defineOperation({
  name: 'open-curator-session',
  owner: 'api-gateway',
  summary: 'Exchanges a curator’s code from the mail for a session. The session’s token is shown once.',
  method: 'POST',
  path: '/charities/{charityId}/curators/sessions',
  access: [anyone],
  input: z.object({
    charityId: CharityId,
    email: EmailAddress,
    code: SignInCode,
    ticket: SignInTicket,
    device: onDevice.device,
  }),
  output: CuratorsSession,
  refusals: { wrongCode },
});
