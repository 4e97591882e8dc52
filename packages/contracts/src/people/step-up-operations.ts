import { z } from 'zod';
import { person } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { Instant } from '../define/ids.js';
import {
  PasskeyAnswer,
  PasskeyTicket,
  SecondFactorCode,
  SignInCode,
  SignInTicket,
  signInRefusals,
} from './sign-in-words.js';

const { tooManyTries, wrongCode, wrongPasskey, wrongSecondFactor } = signInRefusals;
const strongerProofNeeded = {
  status: 403,
  message: 'You have a passkey or an authenticator app. Please confirm with one of them.',
} as const;

export const requestStepUpCode = defineOperation({
  name: 'request-step-up-code',
  owner: 'api-gateway',
  summary:
    'Mails a fresh code to confirm a big step with. It works for the session that asked, and signs nobody in.',
  method: 'POST',
  path: '/session/step-up/code',
  access: [person],
  input: z.object({}),
  output: z.object({ next: z.literal('checkYourMail'), ticket: SignInTicket }),
  refusals: { strongerProofNeeded },
});

export const stepUp = defineOperation({
  name: 'step-up',
  owner: 'api-gateway',
  summary:
    'Proves again who is calling: by passkey, by second factor or, where there is neither, by a mailed code. For ten minutes, this session alone may then take big steps.',
  method: 'POST',
  path: '/session/step-up',
  access: [person],
  input: z.object({
    proof: z.discriminatedUnion('by', [
      z.object({ by: z.literal('code'), ticket: SignInTicket, code: SignInCode }),
      z.object({ by: z.literal('secondFactor'), code: SecondFactorCode }),
      z.object({ by: z.literal('passkey'), ticket: PasskeyTicket, answer: PasskeyAnswer }),
    ]),
  }),
  output: z.object({ steppedUpUntil: Instant }),
  refusals: { wrongCode, wrongSecondFactor, wrongPasskey, tooManyTries, strongerProofNeeded },
});
