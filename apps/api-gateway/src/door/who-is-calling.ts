import { createHash, timingSafeEqual } from 'node:crypto';
import { type Caller, CharityId } from '@baton/contracts';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ApiKeys } from '../keys/api-keys.js';
import type { Memberships } from '../people/memberships.js';
import type { CuratorSessions } from '../sessions/curator-sessions.js';
import type { StaffSession, StaffSessions } from '../sessions/staff-sessions.js';
import { Refused } from './refused.js';
import { cookieName } from './request.js';

export type Credential = { from: 'header' | 'cookie'; token: string };

/** What somebody may call as, what they are in the charity that the call names first. */
export type Guises = readonly [Caller, ...Caller[]];

/** The operator's token is a big step in itself: whoever holds it has the server's own settings. */
const tokenStepUpMs = 60_000;

/** Finds out who is calling. No credential is `anyone`; a credential that does not hold is refused, never ignored. */
@Injectable()
export class WhoIsCalling {
  private readonly operatorHash: Buffer;

  constructor(
    private readonly curators: CuratorSessions,
    private readonly staff: StaffSessions,
    private readonly keys: ApiKeys,
    private readonly memberships: Memberships,
    operatorToken: string,
  ) {
    this.operatorHash = hashOf(operatorToken);
  }

  /** Everything the caller is in a call that names this charity, or none. */
  async ask(request: FastifyRequest, charityId: string | undefined): Promise<Guises> {
    const credential = credentialIn(request);
    if (!credential) return [{ kind: 'anyone' }];
    const { from, token } = credential;
    if (from === 'header' && timingSafeEqual(hashOf(token), this.operatorHash)) {
      return [{ kind: 'operator', steppedUpUntil: new Date(Date.now() + tokenStepUpMs).toISOString() }];
    }
    // A key is a program's; a browser that carries one as its cookie was given it by somebody else.
    const key = from === 'header' ? await this.keys.find(token) : undefined;
    if (key) return [key];
    const curator = await this.curators.find(token);
    if (curator) return [curator];
    const session = await this.staff.find(token);
    if (session) return this.guisesOf(session, charityId);
    throw new Refused('signedOut', 'Your session has ended. Please sign in again; nothing you sent is lost.');
  }

  private async guisesOf(session: StaffSession, named: string | undefined): Promise<Guises> {
    const { personId, sessionId, isOperator, ...steppedUp } = session;
    const person: Caller = { kind: 'person', personId, sessionId, ...steppedUp };
    const alone: Guises = isOperator ? [person, { kind: 'operator', personId, ...steppedUp }] : [person];
    const charityId = CharityId.safeParse(named);
    const membership = charityId.success ? await this.memberships.in(charityId.data, personId) : undefined;
    return membership ? [{ kind: 'staff', ...membership, ...steppedUp }, ...alone] : alone;
  }
}

/** The credential a request carries; the header wins over the cookie. */
export function credentialIn(request: FastifyRequest): Credential | undefined {
  const header = request.headers.authorization;
  if (header !== undefined) return { from: 'header', token: /^Bearer (\S+)$/.exec(header)?.[1] ?? '' };
  const cookie = request.headers.cookie?.split(/;\s*/).find((part) => part.startsWith(`${cookieName}=`));
  return cookie ? { from: 'cookie', token: cookie.slice(cookieName.length + 1) } : undefined;
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
