import { accept, type closeSession, type InputOf } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Injectable } from '@nestjs/common';
import { CuratorSessions } from './curator-sessions.js';
import { StaffSessions } from './staff-sessions.js';

@Injectable()
export class CloseSession implements Handles<typeof closeSession> {
  constructor(
    private readonly curators: CuratorSessions,
    private readonly staff: StaffSessions,
  ) {}

  async handle({ token }: InputOf<typeof closeSession>) {
    await Promise.all([this.curators.close(token), this.staff.close(token)]);
    return accept({ closed: true as const });
  }
}
