import { accept, type InputOf, type requestCuratorSignIn } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Injectable } from '@nestjs/common';
import { SignInCodes } from './sign-in-codes.js';

/** The answer is the same whether the address is known or not. */
@Injectable()
export class RequestCuratorSignIn implements Handles<typeof requestCuratorSignIn> {
  constructor(private readonly codes: SignInCodes) {}

  async handle({ charityId, email }: InputOf<typeof requestCuratorSignIn>) {
    await this.codes.mail(charityId, email);
    return accept({ next: 'checkYourMail' as const });
  }
}
