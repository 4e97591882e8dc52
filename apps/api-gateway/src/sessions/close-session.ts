import { accept, type closeSession, type InputOf } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Injectable } from '@nestjs/common';
import { SessionDirectory } from './session-directory.js';

@Injectable()
export class CloseSession implements Handles<typeof closeSession> {
  constructor(private readonly sessions: SessionDirectory) {}

  async handle({ token }: InputOf<typeof closeSession>) {
    await this.sessions.close(token);
    return accept({ closed: true as const });
  }
}
