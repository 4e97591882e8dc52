import {
  accept,
  type InputOf,
  type OnCallSettings,
  type setOnCallSettings,
  tenancyAudited,
  usualOnCallSettings,
  type viewOnCallSettings,
} from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newAuditFact } from '@baton/messaging';
import { Database, type Tx } from '@baton/persistence';
import { Injectable } from '@nestjs/common';

@Injectable()
export class ViewOnCallSettings implements Handles<typeof viewOnCallSettings> {
  constructor(private readonly database: Database) {}

  async handle({ charityId }: InputOf<typeof viewOnCallSettings>) {
    return accept(await this.database.inCharity(charityId, onCallSettingsOf));
  }
}

/** Calls that are under way keep the time they were given. */
@Injectable()
export class SetOnCallSettings implements Handles<typeof setOnCallSettings> {
  constructor(private readonly database: Database) {}

  handle(
    { charityId, escalatesAfterMinutes }: InputOf<typeof setOnCallSettings>,
    { caller: by }: CallContext,
  ) {
    return this.database.inCharity(charityId, async (tx) => {
      const [saved] = await tx.query<{ at: Date }>(
        `INSERT INTO on_call_settings (charity_id, escalates_after_minutes) VALUES ($1, $2)
           ON CONFLICT (charity_id) DO UPDATE SET escalates_after_minutes = excluded.escalates_after_minutes
            WHERE on_call_settings.escalates_after_minutes <> excluded.escalates_after_minutes
         RETURNING baton.now() AS at`,
        [charityId, escalatesAfterMinutes],
      );
      if (saved) {
        const details = { escalatesAfterMinutes };
        const note = { by, action: 'on-call-settings.set', details, at: saved.at } as const;
        await appendFacts(tx, newAuditFact(tenancyAudited, note));
      }
      return accept({ escalatesAfterMinutes });
    });
  }
}

/** What was set, or what is usual. */
export async function onCallSettingsOf(tx: Tx): Promise<OnCallSettings> {
  const [row] = await tx.query<OnCallSettings>(
    'SELECT escalates_after_minutes AS "escalatesAfterMinutes" FROM on_call_settings WHERE charity_id = $1',
    [tx.charityId],
  );
  return row ?? usualOnCallSettings;
}
