import type { ConsentChannel, OutputOf, viewConsents } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import type { Application } from '../applications/application-row.js';
import { databaseNow } from '../clock/database-now.js';
import { type ConsentRecord, lastWordOn } from './consent-records.js';
import { decideConsent } from './decide-consent.js';
import { wordingFor } from './wordings.js';

type Output = OutputOf<typeof viewConsents>;

/** A channel as its person sees it: what holds now, and the words it would be given by. */
export async function presentConsent(
  tx: Tx,
  application: Application,
  channel: ConsentChannel,
  records: readonly ConsentRecord[],
): Promise<Output['consents'][number]> {
  const lastWord = lastWordOn(records, channel);
  const state = decideConsent(lastWord, await databaseNow(tx));
  const until = lastWord?.until?.toISOString() ?? null;
  return { channel, state, until, wording: await wordingFor(tx, application, channel) };
}

export const presentRecord = ({ text: _, ...record }: ConsentRecord): Output['history'][number] => ({
  ...record,
  at: record.at.toISOString(),
  until: record.until?.toISOString() ?? null,
});
