import {
  accept,
  Caller,
  type CharityId,
  confirmCuratorSignIn,
  type InputOf,
  isRefusal,
  type openSession,
  type ResultOf,
  refuse,
} from '@baton/contracts';
import { type Handles, Requests } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { SignInCodes } from '../sign-in/sign-in-codes.js';
import { SessionDirectory } from './session-directory.js';

type Who = { memberId: string; role: string } | { curatorId: string };

/** Exchanges a code for a session. Who a curator's address belongs to is asked of recruitment, which alone knows. */
@Injectable()
export class OpenSession implements Handles<typeof openSession> {
  constructor(
    private readonly database: Database,
    private readonly codes: SignInCodes,
    private readonly requests: Requests,
    private readonly sessions: SessionDirectory,
  ) {}

  async handle(input: InputOf<typeof openSession>): Promise<ResultOf<typeof openSession>> {
    const who = input.as === 'staff' ? await this.codes.use(input) : await this.askRecruitment(input);
    if (!who) return refuse('wrongCode');
    if (isRefusal(who)) return who.refusal.code === 'wrongCode' ? refuse('wrongCode') : refuse('unavailable');
    const { token, expiresAt } = await this.database.inCharity(input.charityId, (tx) =>
      this.sessions.open(tx, who),
    );
    return accept({ token, expiresAt: expiresAt.toISOString(), caller: callerFor(input.charityId, who) });
  }

  private async askRecruitment({ charityId, email, code }: InputOf<typeof openSession>) {
    const caller = { kind: 'service', service: 'api-gateway' } as const;
    const result = await this.requests.call(confirmCuratorSignIn, { charityId, email, code }, { caller });
    return result.ok ? { curatorId: result.value.curatorId } : result;
  }
}

const callerFor = (charityId: CharityId, who: Who): Caller =>
  Caller.parse(
    'curatorId' in who ? { kind: 'curator', charityId, ...who } : { kind: 'staff', charityId, ...who },
  );
