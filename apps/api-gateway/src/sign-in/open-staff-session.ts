import { type InputOf, type openStaffSession, type ResultOf, refuse } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Injectable } from '@nestjs/common';
import { AdmitByMail } from './admit-by-mail.js';
import { SignInCodes } from './sign-in-codes.js';

@Injectable()
export class OpenStaffSession implements Handles<typeof openStaffSession> {
  constructor(
    private readonly codes: SignInCodes,
    private readonly admit: AdmitByMail,
  ) {}

  async handle(input: InputOf<typeof openStaffSession>): Promise<ResultOf<typeof openStaffSession>> {
    const personId = await this.codes.use(input);
    return personId ? this.admit.person(personId, 'code', input) : refuse('wrongCode');
  }
}
