import type { PersonId } from '@baton/contracts';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { APIError } from 'better-auth/api';
import type pg from 'pg';
import { type BetterAuth, challengeCookie } from './better-auth.js';

/**
 * How we call better-auth: as a person, with a session of its own that lives as long as the call, or as nobody. Its no comes
 * back as `undefined`, for the reason is nobody's business; any other fault is thrown.
 */
@Injectable()
export class Ceremonies implements OnModuleDestroy {
  constructor(
    private readonly auth: BetterAuth,
    private readonly pool: pg.Pool,
    private readonly origin: string,
  ) {}

  get api(): BetterAuth['api'] {
    return this.auth.api;
  }

  async onModuleDestroy(): Promise<void> {
    await this.pool.end();
  }

  /** Makes a call as a person. Their row at better-auth has a pseudonymous address, and is made when it is first needed. */
  async as<T>(personId: PersonId, call: (headers: Headers) => Promise<T>): Promise<T | undefined> {
    await this.pool.query(
      'INSERT INTO login_person (id, email) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING',
      [personId, `${personId}@person.invalid`],
    );
    const { internalAdapter } = await this.auth.$context;
    const { token } = await internalAdapter.createSession(personId);
    try {
      return await noAsUndefined(
        call(new Headers({ authorization: `Bearer ${token}`, origin: this.origin })),
      );
    } finally {
      await this.endSession(token);
    }
  }

  /** Headers that carry a ceremony's ticket, and nobody's session. */
  async withTicket(
    ticket: string,
    headers: Headers = new Headers({ origin: this.origin }),
  ): Promise<Headers> {
    headers.set('cookie', `${await this.cookieName()}=${encodeURIComponent(ticket)}`);
    return headers;
  }

  /** The ticket of a ceremony that has begun: better-auth's signed challenge, which it would keep in a cookie. */
  async ticketIn(headers: Headers): Promise<string> {
    const name = await this.cookieName();
    const cookie = headers.getSetCookie().find((each) => each.startsWith(`${name}=`));
    if (!cookie) throw new Error('a ceremony has begun without a challenge');
    return decodeURIComponent(cookie.slice(name.length + 1).split(';')[0] ?? '');
  }

  noAsUndefined = noAsUndefined;

  /** Ends a session better-auth has opened, and sweeps those that a crash has left. */
  async endSession(token: string): Promise<void> {
    await this.pool.query('DELETE FROM login_session WHERE token = $1 OR expires_at < now()', [token]);
    await this.pool.query('DELETE FROM login_challenge WHERE expires_at < now()');
  }

  private async cookieName(): Promise<string> {
    return (await this.auth.$context).createAuthCookie(challengeCookie).name;
  }
}

/** The one no that better-auth words as a fault of the server: a new passkey that does not verify. */
const unverified = 'FAILED_TO_VERIFY_REGISTRATION';

async function noAsUndefined<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    const isNo = error instanceof APIError && (error.statusCode < 500 || error.body?.code === unverified);
    if (isNo) return undefined;
    throw error;
  }
}
