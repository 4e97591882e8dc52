import {
  accept,
  type endCuratorSession,
  type endOtherCuratorSessions,
  type InputOf,
  type listCuratorSessions,
  refuse,
} from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { Injectable } from '@nestjs/common';
import { CuratorSessions } from './curator-sessions.js';
import { withThisOne } from './listed-session.js';

@Injectable()
export class ListCuratorSessions implements Handles<typeof listCuratorSessions> {
  constructor(private readonly sessions: CuratorSessions) {}

  async handle({ charityId }: InputOf<typeof listCuratorSessions>, { caller }: CallContext) {
    if (caller.kind !== 'curator') return refuse('forbidden');
    const sessions = await this.sessions.list(charityId, caller.curatorId);
    return accept({ sessions: withThisOne(sessions, caller.sessionId) });
  }
}

@Injectable()
export class EndCuratorSession implements Handles<typeof endCuratorSession> {
  constructor(private readonly sessions: CuratorSessions) {}

  async handle({ charityId, sessionId }: InputOf<typeof endCuratorSession>, { caller }: CallContext) {
    if (caller.kind !== 'curator') return refuse('forbidden');
    return accept({ ended: await this.sessions.end(charityId, caller.curatorId, sessionId) });
  }
}

@Injectable()
export class EndOtherCuratorSessions implements Handles<typeof endOtherCuratorSessions> {
  constructor(private readonly sessions: CuratorSessions) {}

  async handle({ charityId }: InputOf<typeof endOtherCuratorSessions>, { caller }: CallContext) {
    if (caller.kind !== 'curator') return refuse('forbidden');
    return accept({ ended: await this.sessions.endAllBut(charityId, caller.curatorId, caller.sessionId) });
  }
}
