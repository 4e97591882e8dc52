import {
  accept,
  confirmCuratorSignIn,
  type InputOf,
  isRefusal,
  type openCuratorSession,
  type ResultOf,
  refuse,
} from '@baton/contracts';
import { type Handles, Requests } from '@baton/messaging';
import { Injectable } from '@nestjs/common';
import { CuratorSessions } from '../sessions/curator-sessions.js';

const caller = { kind: 'service', service: 'api-gateway' } as const;

/** Who a curator's address and code belong to is asked of recruitment, which alone knows; kept is a pseudonymous id. */
@Injectable()
export class OpenCuratorSession implements Handles<typeof openCuratorSession> {
  constructor(
    private readonly requests: Requests,
    private readonly sessions: CuratorSessions,
  ) {}

  async handle(input: InputOf<typeof openCuratorSession>): Promise<ResultOf<typeof openCuratorSession>> {
    const result = await this.requests.call(confirmCuratorSignIn, input, { caller });
    if (isRefusal(result))
      return result.refusal.code === 'wrongCode' ? refuse('wrongCode') : refuse('unavailable');
    const { curatorId } = result.value;
    const opened = await this.sessions.open(input.charityId, curatorId, input.device);
    if (!opened) return refuse('wrongCode');
    return accept({ token: opened.token, expiresAt: opened.expiresAt.toISOString(), curatorId });
  }
}
