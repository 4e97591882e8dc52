import { accept, type InputOf, type openStaffSession, type ResultOf, refuse } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Injectable } from '@nestjs/common';
import { Admit } from './admit.js';
import { SignInCodes } from './sign-in-codes.js';

@Injectable()
export class OpenStaffSession implements Handles<typeof openStaffSession> {
  constructor(
    private readonly codes: SignInCodes,
    private readonly admit: Admit,
  ) {}

  async handle(input: InputOf<typeof openStaffSession>): Promise<ResultOf<typeof openStaffSession>> {
    const personId = await this.codes.use(input);
    return personId ? accept(await this.admit.person(personId, 'code', input)) : refuse('wrongCode');
  }
}
