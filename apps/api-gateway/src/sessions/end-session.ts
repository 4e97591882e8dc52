import { accept, type endOtherSessions, type endSession, type InputOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Injectable } from '@nestjs/common';
import { EndPersonsSessions } from './end-persons-sessions.js';

@Injectable()
export class EndSession implements Handles<typeof endSession> {
  constructor(private readonly ending: EndPersonsSessions) {}

  async handle({ sessionId }: InputOf<typeof endSession>, { caller }: CallContext) {
    if (caller.kind !== 'person') return refuse('forbidden');
    return accept({ ended: await this.ending.one(caller.personId, sessionId) });
  }
}

@Injectable()
export class EndOtherSessions implements Handles<typeof endOtherSessions> {
  constructor(private readonly ending: EndPersonsSessions) {}

  async handle(_: InputOf<typeof endOtherSessions>, { caller }: CallContext) {
    if (caller.kind !== 'person') return refuse('forbidden');
    return accept({ ended: await this.ending.allBut(caller.personId, caller.sessionId) });
  }
}
