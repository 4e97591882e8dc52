import { type PersonId, platformId } from '@baton/contracts';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { Ceremonies } from './ceremonies.js';
import { SecondFactorTries } from './second-factor-tries.js';

export interface NewSecondFactor {
  /** For the authenticator app, as a picture or a link. */
  readonly uri: string;
  /** The same for typing in. */
  readonly secret: string;
  readonly backupCodes: string[];
}

export type Verified = 'right' | 'wrong' | 'tooOften';

/** A one-time password from an app, or a backup code in its place. better-auth makes, encrypts and checks them. */
@Injectable()
export class SecondFactor {
  constructor(
    private readonly ceremonies: Ceremonies,
    private readonly tries: SecondFactorTries,
    private readonly database: Database,
  ) {}

  async isOn(personId: PersonId): Promise<boolean> {
    const [row] = await this.database.inCharity(platformId, (tx) =>
      tx.query<{ is_on: boolean }>(
        'SELECT two_factor_enabled AS is_on FROM login_person WHERE charity_id = $1 AND id = $2',
        [platformId, personId],
      ),
    );
    return row?.is_on ?? false;
  }

  /** Makes a secret that counts once a code of it has been shown; undefined where there is a second factor already. */
  async begin(personId: PersonId): Promise<NewSecondFactor | undefined> {
    const begun = await this.ceremonies.as(personId, (headers) =>
      this.ceremonies.api.enableTwoFactor({ headers, body: { method: 'totp' } }),
    );
    if (begun?.method !== 'totp') return undefined;
    const secret = new URL(begun.totpURI).searchParams.get('secret') ?? '';
    return { uri: labelled(secret), secret, backupCodes: begun.backupCodes };
  }

  /** Turns it on: whoever shows a code has it in their app. */
  confirm(personId: PersonId, code: string): Promise<Verified> {
    return this.tries.limited(personId, code, () => this.isRight(personId, code));
  }

  /** A code of the app or a backup code, each taken once. */
  async verify(personId: PersonId, code: string): Promise<Verified> {
    if (!(await this.isOn(personId))) return 'wrong';
    return this.tries.limited(personId, code, () =>
      code.includes('-') ? this.isBackupCode(personId, code) : this.isRight(personId, code),
    );
  }

  async renewBackupCodes(personId: PersonId): Promise<string[] | undefined> {
    const renewed = await this.ceremonies.as(personId, (headers) =>
      this.ceremonies.api.generateBackupCodes({ headers, body: {} }),
    );
    return renewed?.backupCodes;
  }

  /** False where there was none. */
  async remove(personId: PersonId): Promise<boolean> {
    if (!(await this.isOn(personId))) return false;
    const removed = await this.ceremonies.as(personId, (headers) =>
      this.ceremonies.api.disableTwoFactor({ headers, body: {} }),
    );
    return removed !== undefined;
  }

  private async isRight(personId: PersonId, code: string): Promise<boolean> {
    const verified = await this.ceremonies.as(personId, (headers) =>
      this.ceremonies.api.verifyTOTP({ headers, body: { code } }),
    );
    return verified !== undefined;
  }

  private async isBackupCode(personId: PersonId, code: string): Promise<boolean> {
    const verified = await this.ceremonies.as(personId, (headers) =>
      this.ceremonies.api.verifyBackupCode({ headers, body: { code, disableSession: true } }),
    );
    return verified !== undefined;
  }
}

/** better-auth would put the address it knows into the label; it knows only a pseudonym, which helps nobody. */
const labelled = (secret: string): string =>
  `otpauth://totp/Baton?${new URLSearchParams({ secret, issuer: 'Baton' })}`;
