import { accept, type beginPasskey, type InputOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Injectable } from '@nestjs/common';
import { Passkeys } from './passkeys.js';

@Injectable()
export class BeginPasskey implements Handles<typeof beginPasskey> {
  constructor(private readonly passkeys: Passkeys) {}

  async handle(_: InputOf<typeof beginPasskey>, { caller }: CallContext) {
    if (caller.kind !== 'person') return refuse('forbidden');
    const begun = await this.passkeys.beginAdding(caller.personId);
    return begun ? accept(begun) : refuse('unavailable');
  }
}
