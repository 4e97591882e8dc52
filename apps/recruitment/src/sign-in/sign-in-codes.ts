import { randomInt } from 'node:crypto';
import type { ApplicationId, CharityId, CuratorId } from '@baton/contracts';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findApplication } from '../applications/application-row.js';
import { IdentityVault } from '../identity/identity-vault.js';
import { queueMail } from '../mail-queue/queue-mail.js';

const lifeMinutes = 15;
/** More requests than this in an hour are answered like any other and send nothing: no mail bombing. */
const mostPerHour = 5;

interface Candidate {
  readonly id: string;
  readonly curatorId: CuratorId;
  readonly fingerprint: Buffer;
}

/**
 * Eight-digit codes for curators. Only a keyed fingerprint is kept; a code works once, for fifteen minutes, and dies after
 * five wrong tries. `use` answers undefined for a wrong code, so the count of tries is committed.
 */
@Injectable()
export class SignInCodes {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly identities: IdentityVault,
  ) {}

  /** Mails a code to a curator with this address; does nothing, as quietly, for everybody else. */
  async mail(charityId: CharityId, email: string): Promise<void> {
    await this.database.inCharity(charityId, async (tx) => {
      const applicationId = await this.identities.findByEmail(tx, email);
      const application = applicationId && (await findApplication(tx, applicationId, 'FOR UPDATE'));
      if (!application?.curatorId || (await this.madeLately(tx, application.applicationId)) >= mostPerHour)
        return;
      const code = String(randomInt(0, 100_000_000)).padStart(8, '0');
      await tx.query(
        `INSERT INTO sign_in_code (charity_id, application_id, code_fingerprint, expires_at)
         VALUES ($1, $2, $3, baton.now() + make_interval(mins => $4))`,
        [
          charityId,
          application.applicationId,
          await this.fingerprintOf(charityId, application.applicationId, code),
          lifeMinutes,
        ],
      );
      await queueMail(tx, this.vault, {
        applicationId: application.applicationId,
        letter: 'signInCode',
        fields: { code },
      });
    });
  }

  /** Uses a code up; undefined where it is wrong, old, used or tried too often, which one is nobody's business. */
  async use(attempt: { charityId: CharityId; email: string; code: string }): Promise<CuratorId | undefined> {
    return this.database.inCharity(attempt.charityId, async (tx) => {
      const applicationId = await this.identities.findByEmail(tx, attempt.email);
      const [candidate] = applicationId
        ? await tx.query<Candidate>(newestCode, [tx.charityId, applicationId])
        : [];
      if (!candidate || !applicationId) return undefined;
      const offered = await this.fingerprintOf(tx.charityId, applicationId, attempt.code);
      const right = offered.equals(candidate.fingerprint);
      await tx.query(right ? markUsed : countTry, [tx.charityId, candidate.id]);
      return right ? candidate.curatorId : undefined;
    });
  }

  private async madeLately(tx: Tx, applicationId: ApplicationId): Promise<number> {
    const [row] = await tx.query<{ made: string }>(
      `SELECT count(*) AS made FROM sign_in_code
        WHERE charity_id = $1 AND application_id = $2 AND made_at > baton.now() - interval '1 hour'`,
      [tx.charityId, applicationId],
    );
    return Number(row?.made);
  }

  private fingerprintOf(charityId: CharityId, applicationId: ApplicationId, code: string): Promise<Buffer> {
    return this.vault.fingerprint(charityId, 'sign-in code', `${applicationId}:${code}`);
  }
}

/** Locks the code's row: two tries at once are two tries. */
const newestCode = `
  SELECT c.id, a.curator_id AS "curatorId", c.code_fingerprint AS fingerprint
    FROM sign_in_code c JOIN application a USING (charity_id, application_id)
   WHERE c.charity_id = $1 AND c.application_id = $2 AND a.curator_id IS NOT NULL
     AND c.used_at IS NULL AND c.tries_left > 0 AND c.expires_at > baton.now()
   ORDER BY c.made_at DESC LIMIT 1 FOR UPDATE OF c`;
const markUsed = 'UPDATE sign_in_code SET used_at = baton.now() WHERE charity_id = $1 AND id = $2';
const countTry = 'UPDATE sign_in_code SET tries_left = tries_left - 1 WHERE charity_id = $1 AND id = $2';
