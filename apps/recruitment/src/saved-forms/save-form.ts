import { accept, type InputOf, type ResultOf, refuse, savedFormDays, type saveForm } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findCall } from '../calls/call-row.js';
import { takeTurns } from '../turns/take-turns.js';
import { MailSavedForm } from './mail-saved-form.js';
import { type SavedForm, SavedForms, savedFormKey } from './saved-forms.js';

type Input = InputOf<typeof saveForm>;
type Answer = ResultOf<typeof saveForm>;

const write = `
  INSERT INTO saved_form (charity_id, saved_form_id, call_id, language, content_sealed, content_fingerprint,
                          email_sealed, email_fingerprint, token_fingerprint, kept_until)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, baton.now() + make_interval(days => $10))
  ON CONFLICT (charity_id, saved_form_id) DO UPDATE SET
    language = excluded.language, content_sealed = excluded.content_sealed,
    content_fingerprint = excluded.content_fingerprint, saves = saved_form.saves + 1, saved_at = baton.now(),
    email_sealed = coalesce(excluded.email_sealed, saved_form.email_sealed),
    email_fingerprint = coalesce(excluded.email_fingerprint, saved_form.email_fingerprint),
    kept_until = excluded.kept_until
  RETURNING kept_until AS "keptUntil", saves`;

/**
 * Keeps what somebody has typed so far. The same form again is the same form; another one under its id needs its token, so
 * that nobody writes over what somebody else has typed.
 */
@Injectable()
export class SaveForm implements Handles<typeof saveForm> {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly forms: SavedForms,
    private readonly mailing: MailSavedForm,
  ) {}

  async handle(input: Input): Promise<Answer> {
    const content = JSON.stringify(input.content);
    const digest = await this.vault.fingerprint(input.charityId, 'saved form', content);
    return this.database.inCharity(input.charityId, async (tx) => {
      await takeTurns(tx, `saved form ${input.savedFormId}`);
      if (!(await findCall(tx, input.callId))) return refuse('notFound');
      const token = await this.forms.tokenOf(tx.charityId, input.savedFormId);
      const before = await this.forms.byId(tx, input.savedFormId);
      const isTheirs = input.token === token || before?.contentFingerprint.equals(digest);
      if (before && !isTheirs) return refuse('idReused');
      const keptUntil = await this.keep(tx, input, { token, content, digest, before });
      return accept({ savedFormId: input.savedFormId, token, keptUntil: keptUntil.toISOString() });
    });
  }

  private async keep(
    tx: Tx,
    { savedFormId, callId, language, email }: Input,
    form: { token: string; content: string; digest: Buffer; before: SavedForm | undefined },
  ): Promise<Date> {
    const seal = (field: string, text: string) => this.vault.seal(tx, savedFormKey(savedFormId), field, text);
    const address = email ? await this.mailing.fingerprint(tx.charityId, email) : null;
    const [kept] = await tx.query<{ keptUntil: Date; saves: number }>(write, [
      ...[tx.charityId, savedFormId, callId, language ?? null],
      ...[await seal('content', form.content), form.digest],
      ...[email ? await seal('email', email) : null, address],
      ...[await this.forms.fingerprint(tx.charityId, form.token), savedFormDays],
    ]);
    if (!kept) throw new Error('a form was saved and is not there');
    const isNewAddress = address !== null && !form.before?.emailFingerprint?.equals(address);
    if (isNewAddress) await this.mailing.queue(tx, savedFormId, { address, saves: kept.saves });
    return kept.keptUntil;
  }
}
