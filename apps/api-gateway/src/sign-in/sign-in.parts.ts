import { platformId } from '@baton/contracts';
import { Database, Vault } from '@baton/persistence';
import type { Provider, Type } from '@nestjs/common';
import type { GatewayConfig } from '../config.js';
import { ConfirmPages } from '../pages/confirm-pages.controller.js';
import { ProofPages } from '../pages/proof-pages.controller.js';
import { SecondStep } from '../pages/second-step.controller.js';
import { SessionPages } from '../pages/session-pages.controller.js';
import { SignInLink } from '../pages/sign-in-link.controller.js';
import { SignInPages } from '../pages/sign-in-pages.controller.js';
import { AppointOperators } from '../people/appoint-operators.js';
import { NoteForCharities } from '../people/note-for-charities.js';
import { People } from '../people/people.js';
import { AddPasskey } from '../proofs/add-passkey.js';
import { BeginPasskey } from '../proofs/begin-passkey.js';
import { BeginSecondFactor } from '../proofs/begin-second-factor.js';
import { makeBetterAuth, platformPool } from '../proofs/better-auth.js';
import { Ceremonies } from '../proofs/ceremonies.js';
import { ConfirmSecondFactor } from '../proofs/confirm-second-factor.js';
import { ForgetDevice } from '../proofs/forget-device.js';
import { Passkeys } from '../proofs/passkeys.js';
import { RemovePasskey } from '../proofs/remove-passkey.js';
import { RemoveSecondFactor } from '../proofs/remove-second-factor.js';
import { RenamePasskey } from '../proofs/rename-passkey.js';
import { RenewBackupCodes } from '../proofs/renew-backup-codes.js';
import { SecondFactor } from '../proofs/second-factor.js';
import { SecondFactorTries } from '../proofs/second-factor-tries.js';
import { ViewSignInMethods } from '../proofs/view-sign-in-methods.js';
import { CheckStepUpProof } from '../sessions/check-step-up-proof.js';
import { CloseSession } from '../sessions/close-session.js';
import { CuratorSessions } from '../sessions/curator-sessions.js';
import {
  EndCuratorSession,
  EndOtherCuratorSessions,
  ListCuratorSessions,
} from '../sessions/curators-own-sessions.js';
import { EndPersonsSessions } from '../sessions/end-persons-sessions.js';
import { EndOtherSessions, EndSession } from '../sessions/end-session.js';
import { ListSessions } from '../sessions/list-sessions.js';
import { RememberedDevices } from '../sessions/remembered-devices.js';
import { RequestStepUpCode } from '../sessions/request-step-up-code.js';
import { StaffSessions } from '../sessions/staff-sessions.js';
import { StepUp } from '../sessions/step-up.js';
import { StrongerProofs } from '../sessions/stronger-proofs.js';
import { ViewSession } from '../sessions/view-session.js';
import { Admit } from './admit.js';
import { AdmitByMail } from './admit-by-mail.js';
import { AnswerSignInRequest } from './answer-sign-in-request.js';
import { AnswerSignInRequests } from './answer-sign-in-requests.js';
import { BeginPasskeySignIn } from './begin-passkey-sign-in.js';
import { MailSignInLink } from './mail-sign-in-link.js';
import { OpenCuratorSession } from './open-curator-session.js';
import { OpenSessionByLink } from './open-session-by-link.js';
import { OpenSessionByPasskey } from './open-session-by-passkey.js';
import { OpenSessionBySecondFactor } from './open-session-by-second-factor.js';
import { OpenStaffSession } from './open-staff-session.js';
import { RequestStaffSignIn } from './request-staff-sign-in.js';
import { SecondFactorTickets } from './second-factor-tickets.js';
import { SignInCodes } from './sign-in-codes.js';
import { SignInLetters } from './sign-in-letters.js';

/** What signing in answers, by operation; the module compiles only with all of them. */
export const signInAnswers = {
  'request-staff-sign-in': RequestStaffSignIn,
  'open-staff-session': OpenStaffSession,
  'open-session-by-link': OpenSessionByLink,
  'open-session-by-second-factor': OpenSessionBySecondFactor,
  'begin-passkey-sign-in': BeginPasskeySignIn,
  'open-session-by-passkey': OpenSessionByPasskey,
  'open-curator-session': OpenCuratorSession,
  'view-session': ViewSession,
  'close-session': CloseSession,
  'list-sessions': ListSessions,
  'end-session': EndSession,
  'end-other-sessions': EndOtherSessions,
  'list-curator-sessions': ListCuratorSessions,
  'end-curator-session': EndCuratorSession,
  'end-other-curator-sessions': EndOtherCuratorSessions,
  'request-step-up-code': RequestStepUpCode,
  'step-up': StepUp,
  'view-sign-in-methods': ViewSignInMethods,
  'begin-passkey': BeginPasskey,
  'add-passkey': AddPasskey,
  'rename-passkey': RenamePasskey,
  'remove-passkey': RemovePasskey,
  'begin-second-factor': BeginSecondFactor,
  'confirm-second-factor': ConfirmSecondFactor,
  'renew-backup-codes': RenewBackupCodes,
  'remove-second-factor': RemoveSecondFactor,
  'forget-device': ForgetDevice,
} as const;

export const signInPages: readonly Type[] = [
  SignInPages,
  SignInLink,
  SecondStep,
  SessionPages,
  ProofPages,
  ConfirmPages,
];

export const signInProviders = (config: GatewayConfig): Provider[] => [
  Admit,
  AdmitByMail,
  AnswerSignInRequest,
  AnswerSignInRequests,
  CheckStepUpProof,
  CuratorSessions,
  EndPersonsSessions,
  MailSignInLink,
  NoteForCharities,
  Passkeys,
  RememberedDevices,
  SecondFactor,
  SecondFactorTickets,
  SecondFactorTries,
  SignInCodes,
  SignInLetters,
  StaffSessions,
  StrongerProofs,
  {
    provide: AppointOperators,
    inject: [Database, People],
    useFactory: (database: Database, people: People) =>
      new AppointOperators(database, people, config.BATON_OPERATOR_EMAILS),
  },
  {
    provide: Ceremonies,
    inject: [Vault],
    useFactory: async (vault: Vault) => {
      // A key of its own, from the master key: nothing more to configure, to lose or to mix up.
      const secret = (await vault.fingerprint(platformId, 'better-auth', 'secret')).toString('hex');
      const pool = platformPool(config.DATABASE_URL);
      const auth = makeBetterAuth(pool, { secret, publicOrigin: config.PUBLIC_ORIGIN });
      return new Ceremonies(auth, pool, new URL(config.PUBLIC_ORIGIN).origin);
    },
  },
];
