import { ConfirmCuratorSignIn } from './confirm-curator-sign-in.js';
import { MakeSignInCode } from './make-sign-in-code.js';
import { RequestCuratorSignIn } from './request-curator-sign-in.js';
import { SignInCodes } from './sign-in-codes.js';

export const answers = {
  'request-curator-sign-in': RequestCuratorSignIn,
  'confirm-curator-sign-in': ConfirmCuratorSignIn,
} as const;

export const parts = [SignInCodes, MakeSignInCode] as const;
