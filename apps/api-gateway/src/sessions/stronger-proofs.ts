import type { PersonId } from '@baton/contracts';
import { Injectable } from '@nestjs/common';
import { Passkeys } from '../proofs/passkeys.js';
import { SecondFactor } from '../proofs/second-factor.js';

/** Whoever has a passkey or a second factor confirms big steps with it: a mailbox somebody else reads is then not enough. */
@Injectable()
export class StrongerProofs {
  constructor(
    private readonly passkeys: Passkeys,
    private readonly secondFactor: SecondFactor,
  ) {}

  async has(personId: PersonId): Promise<boolean> {
    return (await this.secondFactor.isOn(personId)) || (await this.passkeys.has(personId));
  }
}
