import { accept, type confirmCuratorSignIn, type InputOf, refuse } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Injectable } from '@nestjs/common';
import { SignInCodes } from './sign-in-codes.js';

@Injectable()
export class ConfirmCuratorSignIn implements Handles<typeof confirmCuratorSignIn> {
  constructor(private readonly codes: SignInCodes) {}

  async handle(attempt: InputOf<typeof confirmCuratorSignIn>) {
    const curatorId = await this.codes.use(attempt);
    return curatorId ? accept({ curatorId }) : refuse('wrongCode');
  }
}
