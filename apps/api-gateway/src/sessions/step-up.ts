import {
  accept,
  type InputOf,
  isRefusal,
  platformId,
  type ResultOf,
  refuse,
  type stepUp,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { NoteForCharities } from '../people/note-for-charities.js';
import { CheckStepUpProof } from './check-step-up-proof.js';
import { sessionOf } from './session-of.js';
import { StaffSessions } from './staff-sessions.js';

/** Lets the session that asks, and no other, take big steps for ten minutes. */
@Injectable()
export class StepUp implements Handles<typeof stepUp> {
  constructor(
    private readonly database: Database,
    private readonly proofs: CheckStepUpProof,
    private readonly sessions: StaffSessions,
    private readonly notes: NoteForCharities,
  ) {}

  async handle({ proof }: InputOf<typeof stepUp>, { caller }: CallContext): Promise<ResultOf<typeof stepUp>> {
    const session = sessionOf(caller);
    if (!session) return refuse('forbidden');
    const { personId, sessionId } = session;
    const checked = await this.proofs.check(proof, personId, sessionId);
    if (isRefusal(checked)) return checked;
    return this.database.asWorker(async (all) => {
      const until = await this.sessions.stepUp(await all.enterCharity(platformId), personId, sessionId);
      if (!until) return refuse('signedOut');
      await this.notes.note(all, personId, 'sign-in.stepped-up', { by: proof.by });
      return accept({ steppedUpUntil: until.toISOString() });
    });
  }
}
