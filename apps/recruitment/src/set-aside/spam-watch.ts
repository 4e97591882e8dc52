import type { SetAsideReason } from '@baton/contracts';
import { type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import type { Form, SoundForm } from '../applications/sound-form.js';
import { readStamp } from '../calls/form-stamp.js';
import { databaseNow } from '../clock/database-now.js';
import { decideSuspicion, plainText, suspicionRules } from './decide-suspicion.js';

const copies = `
  SELECT max(forms)::int AS copies FROM (
    SELECT count(DISTINCT application_id) AS forms FROM application_print
     WHERE charity_id = $1 AND application_id <> $2 AND print = ANY ($3::bytea[])
       AND at > baton.now() - make_interval(mins => $4) GROUP BY print) AS of_print`;
const remember = `
  INSERT INTO application_print (charity_id, application_id, print)
  SELECT $1, $2, print FROM unnest($3::bytea[]) AS print ON CONFLICT DO NOTHING`;

/** Looks at every form that comes. What it remembers of one, for an hour at most, are keyed digests of its longer texts. */
@Injectable()
export class SpamWatch {
  constructor(private readonly vault: Vault) {}

  async reasonsAgainst(tx: Tx, form: Form, { answers }: SoundForm): Promise<SetAsideReason[]> {
    const texts = [form.about, ...Object.values(answers).filter((answer) => typeof answer === 'string')];
    return decideSuspicion({
      trap: form.website ?? '',
      opened: await this.opened(tx, form),
      isFromSavedForm: form.savedForm !== undefined,
      now: await databaseNow(tx),
      names: [form.penName, form.person.name],
      texts,
      copies: await this.copiesOf(tx, form, texts),
    });
  }

  async forgetOld(tx: Tx): Promise<void> {
    await tx.query(
      `DELETE FROM application_print WHERE charity_id = $1 AND at < baton.now() - interval '1 hour'`,
      [tx.charityId],
    );
  }

  private async opened(tx: Tx, { callId, stamp }: Form): Promise<Date | 'forged' | undefined> {
    if (stamp === undefined) return undefined;
    return (await readStamp(this.vault, tx.charityId, callId, stamp)) ?? 'forged';
  }

  private async copiesOf(tx: Tx, { applicationId }: Form, texts: readonly string[]): Promise<number> {
    const long = texts.map(plainText).filter((text) => text.length >= suspicionRules.shortestText);
    if (long.length === 0) return 0;
    const prints = await Promise.all(
      long.map((text) => this.vault.fingerprint(tx.charityId, 'application text', text)),
    );
    const before = [tx.charityId, applicationId, prints, suspicionRules.copiesWithinMinutes];
    const [counted] = await tx.query<{ copies: number | null }>(copies, before);
    await tx.query(remember, [tx.charityId, applicationId, prints]);
    return counted?.copies ?? 0;
  }
}
