import { randomUUID } from 'node:crypto';
import { platformId } from '@baton/contracts';
import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { bearer, twoFactor } from 'better-auth/plugins';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';

export interface BetterAuthSettings {
  /** Encrypts second factors and signs challenges. */
  readonly secret: string;
  readonly publicOrigin: string;
}

const poolSize = 3;
const callSeconds = 60;
export const challengeCookie = 'passkey';
const times = { createdAt: 'created_at', updatedAt: 'updated_at' };

/** Every connection sees the platform's rows, as row-level security has it, and nothing else for as long as it lives. */
export const platformPool = (databaseUrl: string): pg.Pool =>
  new pg.Pool({
    connectionString: databaseUrl,
    max: poolSize,
    application_name: 'api-gateway sign-in',
    statement_timeout: 15_000,
    options: `-c baton.charity_id=${platformId}`,
  });

/**
 * better-auth, for the ceremonies that are easy to get wrong: WebAuthn, one-time passwords, backup codes. It is called by
 * our operations and never mounted: none of its routes can be reached, its sessions open nothing of ours, and whatever it
 * would do by default with cookies, e-mails or addresses of the network has nowhere to happen. Its limits count by network
 * address, which anybody can forge a row of, so they are off; ours count by person.
 */
export function makeBetterAuth(pool: pg.Pool, { secret, publicOrigin }: BetterAuthSettings) {
  const { hostname, origin } = new URL(publicOrigin);
  return betterAuth({
    appName: 'Baton',
    baseURL: publicOrigin,
    secret,
    trustedOrigins: [origin],
    database: {
      db: new Kysely({ dialect: new PostgresDialect({ pool }) }),
      type: 'postgres',
      transaction: true,
    },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: { disabled: true },
    advanced: { database: { generateId: () => randomUUID() }, ipAddress: { disableIpTracking: true } },
    emailAndPassword: { enabled: false },
    user: {
      modelName: 'login_person',
      fields: { emailVerified: 'email_verified', ...times },
    },
    session: {
      modelName: 'login_session',
      expiresIn: callSeconds,
      freshAge: 0,
      cookieCache: { enabled: false },
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        ...times,
      },
    },
    account: {
      modelName: 'login_account',
      fields: {
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'user_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...times,
      },
    },
    verification: {
      modelName: 'login_challenge',
      storeIdentifier: 'hashed',
      fields: { expiresAt: 'expires_at', ...times },
    },
    plugins: [
      bearer(),
      passkey({
        rpID: hostname,
        rpName: 'Baton',
        origin,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        advanced: { webAuthnChallengeCookie: challengeCookie },
        registration: {
          afterVerification: ({ verification }) => mustBeVerified(verification.registrationInfo),
        },
        authentication: {
          afterVerification: ({ verification }) => mustBeVerified(verification.authenticationInfo),
        },
        schema: {
          passkey: {
            fields: {
              publicKey: 'public_key',
              userId: 'user_id',
              credentialID: 'credential_id',
              deviceType: 'device_type',
              backedUp: 'backed_up',
              createdAt: 'created_at',
            },
          },
        },
      }),
      twoFactor({
        issuer: 'Baton',
        allowPasswordless: true,
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'second_factor',
            fields: {
              userId: 'user_id',
              backupCodes: 'backup_codes',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
    ],
  });
}

/** A passkey is two factors in one only if the device has checked that it is its owner who holds it. */
function mustBeVerified(info: { userVerified: boolean } | undefined): void {
  if (!info?.userVerified)
    throw new APIError('UNAUTHORIZED', { message: 'the device did not check who holds it' });
}

export type BetterAuth = ReturnType<typeof makeBetterAuth>;
