import { type ApplicationId, type CallId, type SetAsideReason, setAsideDays } from '@baton/contracts';
import { type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import type { Form, SoundForm } from '../applications/sound-form.js';
import { sealedFor } from '../identity/identity-vault.js';
import { SpamWatch } from './spam-watch.js';

/** A form that was set aside. What it says and who sent it are sealed apart: to read the one is no reason to open the other. */
export interface SetAsideForm {
  readonly applicationId: ApplicationId;
  readonly callId: CallId;
  readonly wordsSealed: Buffer;
  readonly personSealed: Buffer;
  readonly contentFingerprint: Buffer;
  readonly reasons: SetAsideReason[];
  readonly setAsideAt: Date;
  readonly lookedAt: Date | null;
  /** Null as long as nobody of the team has been told of it. */
  readonly keptUntil: Date | null;
  readonly place: string;
}

export type WordsOfForm = Omit<SoundForm, 'person'>;

/**
 * Never before somebody looked, or the team was told of it so long ago. Whoever has just looked has a day to rescue it. Null
 * as long as the team knows nothing of it.
 */
const keptUntil = `
  CASE WHEN looked_at IS NULL THEN told_at + interval '${setAsideDays} days'
       ELSE greatest(set_aside_at + interval '${setAsideDays} days', looked_at + interval '1 day') END`;
/** Counts up from page to page: down in time. */
const place = '(9000000000000000 - (extract(epoch FROM set_aside_at) * 1000000)::bigint)';
const select = `
  SELECT application_id AS "applicationId", call_id AS "callId", words_sealed AS "wordsSealed",
         person_sealed AS "personSealed", content_fingerprint AS "contentFingerprint", reasons,
         set_aside_at AS "setAsideAt", looked_at AS "lookedAt", ${keptUntil} AS "keptUntil", ${place}::text AS place
    FROM set_aside_application WHERE charity_id = $1`;
/** Newest first. */
const page = `${select} AND ($2::bigint IS NULL OR (${place}, application_id) > ($2, $3::uuid))
   ORDER BY ${place}, application_id LIMIT $4`;

/** Forms that look as if no person had sent them. Whoever sent one cannot tell. */
@Injectable()
export class SetAside {
  constructor(
    private readonly vault: Vault,
    private readonly watch: SpamWatch,
  ) {}

  /** Whether it was set aside rather than to be taken in. */
  async takeAside(tx: Tx, form: Form, sound: SoundForm, content: Buffer): Promise<boolean> {
    const reasons = await this.watch.reasonsAgainst(tx, form, sound);
    if (reasons.length === 0) return false;
    const { person, ...words } = sound;
    const seal = (field: string, what: unknown) =>
      this.vault.seal(tx, sealedFor(form.applicationId), field, JSON.stringify(what));
    await tx.query(
      `INSERT INTO set_aside_application (charity_id, application_id, call_id, call_version, content_fingerprint,
                                          reasons, words_sealed, person_sealed)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        ...[tx.charityId, form.applicationId, form.callId, sound.version, content, reasons],
        ...[await seal('set aside words', words), await seal('set aside person', person)],
      ],
    );
    return true;
  }

  async find(tx: Tx, applicationId: ApplicationId): Promise<SetAsideForm | undefined> {
    const [form] = await tx.query<SetAsideForm>(`${select} AND application_id = $2 FOR UPDATE`, [
      tx.charityId,
      applicationId,
    ]);
    return form;
  }

  /** Newest first, from where the page before ended. */
  page(tx: Tx, { limit, cursor }: { limit: number; cursor: string | undefined }): Promise<SetAsideForm[]> {
    const [after = null, afterId = null] = cursor?.split('_') ?? [];
    return tx.query(page, [tx.charityId, after, afterId, limit]);
  }

  /** Somebody of the team looks at it; the first look counts. */
  async noteLook(tx: Tx, applicationId: ApplicationId): Promise<void> {
    await tx.query(
      `UPDATE set_aside_application SET looked_at = baton.now()
        WHERE charity_id = $1 AND application_id = $2 AND looked_at IS NULL`,
      [tx.charityId, applicationId],
    );
  }

  wordsOf = (tx: Tx, { applicationId, wordsSealed }: SetAsideForm): Promise<WordsOfForm> =>
    this.open(tx, applicationId, 'set aside words', wordsSealed);

  personOf = (tx: Tx, { applicationId, personSealed }: SetAsideForm): Promise<SoundForm['person']> =>
    this.open(tx, applicationId, 'set aside person', personSealed);

  /** It is none of these any more. Its key stays: it is the person's. */
  async release(tx: Tx, applicationId: ApplicationId): Promise<void> {
    await tx.query('DELETE FROM set_aside_application WHERE charity_id = $1 AND application_id = $2', [
      tx.charityId,
      applicationId,
    ]);
  }

  /** Those whose days are over; answers how many. */
  async forgetOld(tx: Tx): Promise<number> {
    const old = await tx.query<{ id: ApplicationId }>(
      `SELECT application_id AS id FROM set_aside_application
        WHERE charity_id = $1 AND ${keptUntil} <= baton.now()
        ORDER BY set_aside_at LIMIT 200 FOR UPDATE SKIP LOCKED`,
      [tx.charityId],
    );
    for (const { id } of old) {
      await this.release(tx, id);
      await this.vault.shred(tx, sealedFor(id));
    }
    await this.watch.forgetOld(tx);
    return old.length;
  }

  private async open<T>(tx: Tx, applicationId: ApplicationId, field: string, sealed: Buffer): Promise<T> {
    return JSON.parse(await this.vault.open(tx, sealedFor(applicationId), field, sealed));
  }
}

/** How many forms of a call are set aside. */
export async function countSetAside(tx: Tx, callId: CallId): Promise<number> {
  const [counted] = await tx.query<{ forms: number }>(
    'SELECT count(*)::int AS forms FROM set_aside_application WHERE charity_id = $1 AND call_id = $2',
    [tx.charityId, callId],
  );
  return counted?.forms ?? 0;
}
