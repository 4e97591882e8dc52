import { accept, type InputOf, refuse, type renamePasskey } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Injectable } from '@nestjs/common';
import { Passkeys } from './passkeys.js';

@Injectable()
export class RenamePasskey implements Handles<typeof renamePasskey> {
  constructor(private readonly passkeys: Passkeys) {}

  async handle({ passkeyId, name }: InputOf<typeof renamePasskey>, { caller }: CallContext) {
    if (caller.kind !== 'person') return refuse('forbidden');
    const renamed = await this.passkeys.rename(caller.personId, passkeyId, name);
    return renamed ? accept({ passkeyId, name }) : refuse('notFound');
  }
}
