import { accept, type InputOf, type openStaffSession, type ResultOf, refuse } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Injectable } from '@nestjs/common';
import { StaffSessions } from '../sessions/staff-sessions.js';
import { SignInCodes } from './sign-in-codes.js';

@Injectable()
export class OpenStaffSession implements Handles<typeof openStaffSession> {
  constructor(
    private readonly codes: SignInCodes,
    private readonly sessions: StaffSessions,
  ) {}

  async handle(input: InputOf<typeof openStaffSession>): Promise<ResultOf<typeof openStaffSession>> {
    const personId = await this.codes.use(input);
    if (!personId) return refuse('wrongCode');
    const { token, expiresAt } = await this.sessions.open(personId);
    return accept({ token, expiresAt: expiresAt.toISOString(), personId });
  }
}
