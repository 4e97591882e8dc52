import { type InputOf, type openSessionByLink, type ResultOf, refuse } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Injectable } from '@nestjs/common';
import { AdmitByMail } from './admit-by-mail.js';
import { SignInCodes } from './sign-in-codes.js';

@Injectable()
export class OpenSessionByLink implements Handles<typeof openSessionByLink> {
  constructor(
    private readonly codes: SignInCodes,
    private readonly admit: AdmitByMail,
  ) {}

  async handle(input: InputOf<typeof openSessionByLink>): Promise<ResultOf<typeof openSessionByLink>> {
    const personId = await this.codes.useLink(input.link);
    return personId ? this.admit.person(personId, 'link', input) : refuse('wrongLink');
  }
}
