import { accept, type InputOf, type openSessionByPasskey, type ResultOf, refuse } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Injectable } from '@nestjs/common';
import { Passkeys } from '../proofs/passkeys.js';
import { Admit } from './admit.js';

/** A passkey is held and unlocked: it is both factors, and no other is asked for. */
@Injectable()
export class OpenSessionByPasskey implements Handles<typeof openSessionByPasskey> {
  constructor(
    private readonly passkeys: Passkeys,
    private readonly admit: Admit,
  ) {}

  async handle(input: InputOf<typeof openSessionByPasskey>): Promise<ResultOf<typeof openSessionByPasskey>> {
    const personId = await this.passkeys.prove(input.ticket, input.answer);
    return personId ? accept(await this.admit.person(personId, 'passkey', input)) : refuse('wrongPasskey');
  }
}
