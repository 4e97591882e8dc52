import { accept, type beginPasskeySignIn } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Injectable } from '@nestjs/common';
import { Passkeys } from '../proofs/passkeys.js';

@Injectable()
export class BeginPasskeySignIn implements Handles<typeof beginPasskeySignIn> {
  constructor(private readonly passkeys: Passkeys) {}

  async handle() {
    return accept(await this.passkeys.beginProving());
  }
}
