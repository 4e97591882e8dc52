import { type CallId, type CharityId, type Language, SavedFields, type SavedFormId } from '@baton/contracts';
import { type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';

/** A form as it is kept. */
export interface SavedForm {
  readonly savedFormId: SavedFormId;
  readonly callId: CallId;
  readonly language: Language | null;
  readonly keptUntil: Date;
  readonly saves: number;
  readonly contentSealed: Buffer;
  readonly contentFingerprint: Buffer;
  readonly emailSealed: Buffer | null;
  readonly emailFingerprint: Buffer | null;
}

const select = `
  SELECT saved_form_id AS "savedFormId", call_id AS "callId", language, kept_until AS "keptUntil", saves,
         content_sealed AS "contentSealed", content_fingerprint AS "contentFingerprint",
         email_sealed AS "emailSealed", email_fingerprint AS "emailFingerprint"
    FROM saved_form WHERE charity_id = $1 AND kept_until > baton.now()`;

/**
 * Forms that somebody means to come back to. The token of one is derived from its id, which its own client made and nobody
 * else knows, with a key of ours: so saving twice, because an answer was lost, gives the same link, and a mail can carry it
 * without its being kept. Here is only a keyed digest of it.
 */
@Injectable()
export class SavedForms {
  constructor(private readonly vault: Vault) {}

  async tokenOf(charityId: CharityId, savedFormId: SavedFormId): Promise<string> {
    return (await this.vault.fingerprint(charityId, 'saved form link', savedFormId)).toString('base64url');
  }

  fingerprint(charityId: CharityId, token: string): Promise<Buffer> {
    return this.vault.fingerprint(charityId, 'saved form token', token);
  }

  async byToken(tx: Tx, token: string): Promise<SavedForm | undefined> {
    const digest = await this.fingerprint(tx.charityId, token);
    const [form] = await tx.query<SavedForm>(`${select} AND token_fingerprint = $2`, [tx.charityId, digest]);
    return form;
  }

  async byId(tx: Tx, savedFormId: SavedFormId): Promise<SavedForm | undefined> {
    const [form] = await tx.query<SavedForm>(`${select} AND saved_form_id = $2`, [tx.charityId, savedFormId]);
    return form;
  }

  async contentOf(tx: Tx, { savedFormId, contentSealed }: SavedForm): Promise<SavedFields> {
    const content = await this.vault.open(tx, savedFormKey(savedFormId), 'content', contentSealed);
    return SavedFields.parse(JSON.parse(content));
  }

  async emailOf(tx: Tx, { savedFormId, emailSealed }: SavedForm): Promise<string | undefined> {
    return emailSealed
      ? await this.vault.open(tx, savedFormKey(savedFormId), 'email', emailSealed)
      : undefined;
  }

  async discard(tx: Tx, token: string): Promise<void> {
    const form = await this.byToken(tx, token);
    if (form) await this.forget(tx, form.savedFormId);
  }

  /** Shreds its key, and takes it out with the memory of its mails. */
  async forget(tx: Tx, savedFormId: string): Promise<void> {
    await this.vault.shred(tx, savedFormKey(savedFormId));
    await tx.query('DELETE FROM mail WHERE charity_id = $1 AND addressee_id = $2', [
      tx.charityId,
      savedFormId,
    ]);
    await tx.query('DELETE FROM saved_form WHERE charity_id = $1 AND saved_form_id = $2', [
      tx.charityId,
      savedFormId,
    ]);
  }

  /** Those whose days are over; answers how many. */
  async forgetOld(tx: Tx): Promise<number> {
    const old = await tx.query<{ id: string }>(
      `SELECT saved_form_id AS id FROM saved_form WHERE charity_id = $1 AND kept_until <= baton.now()
        ORDER BY kept_until LIMIT 200 FOR UPDATE SKIP LOCKED`,
      [tx.charityId],
    );
    for (const { id } of old) await this.forget(tx, id);
    await tx.query(
      `DELETE FROM saved_form_mail WHERE charity_id = $1 AND at <= baton.now() - interval '1 day'`,
      [tx.charityId],
    );
    return old.length;
  }
}

/** Whose key seals a saved form: its own. */
export const savedFormKey = (savedFormId: string): string => `savedForm:${savedFormId}`;
