import { accept, type closeSession, type InputOf } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Injectable } from '@nestjs/common';
import { CuratorSessions } from './curator-sessions.js';
import { EndPersonsSessions } from './end-persons-sessions.js';
import { StaffSessions } from './staff-sessions.js';

@Injectable()
export class CloseSession implements Handles<typeof closeSession> {
  constructor(
    private readonly curators: CuratorSessions,
    private readonly staff: StaffSessions,
    private readonly ending: EndPersonsSessions,
  ) {}

  async handle({ token }: InputOf<typeof closeSession>) {
    await this.curators.close(token);
    const session = await this.staff.find(token);
    if (session) await this.ending.one(session.personId, session.sessionId);
    return accept({ closed: true as const });
  }
}
