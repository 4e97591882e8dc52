import { accept, type InputOf, type listSessions, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Injectable } from '@nestjs/common';
import { withThisOne } from './listed-session.js';
import { StaffSessions } from './staff-sessions.js';

@Injectable()
export class ListSessions implements Handles<typeof listSessions> {
  constructor(private readonly sessions: StaffSessions) {}

  async handle(_: InputOf<typeof listSessions>, { caller }: CallContext) {
    if (caller.kind !== 'person') return refuse('forbidden');
    return accept({ sessions: withThisOne(await this.sessions.list(caller.personId), caller.sessionId) });
  }
}
