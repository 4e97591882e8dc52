import { createHash, timingSafeEqual } from 'node:crypto';
import type { Caller } from '@baton/contracts';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { SessionDirectory } from '../sessions/session-directory.js';
import { Refused } from './refused.js';
import { cookieName } from './request.js';

export type Credential = { from: 'header' | 'cookie'; token: string };

/** Finds out who is calling. No credential is `anyone`; a credential that does not hold is refused, never ignored. */
@Injectable()
export class WhoIsCalling {
  private readonly operatorHash: Buffer;

  constructor(
    private readonly sessions: SessionDirectory,
    operatorToken: string,
  ) {
    this.operatorHash = hashOf(operatorToken);
  }

  async ask(request: FastifyRequest): Promise<Caller> {
    const credential = credentialIn(request);
    if (!credential) return { kind: 'anyone' };
    if (credential.from === 'header' && timingSafeEqual(hashOf(credential.token), this.operatorHash)) {
      return { kind: 'operator' };
    }
    const caller = await this.sessions.find(credential.token);
    if (!caller)
      throw new Refused(
        'signedOut',
        'Your session has ended. Please sign in again; nothing you sent is lost.',
      );
    return caller;
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
