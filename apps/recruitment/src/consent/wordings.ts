import type { ConsentChannel, Language } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import type { Application } from '../applications/application-row.js';
import { findCall } from '../calls/call-row.js';
import { inLanguage } from '../calls/in-language.js';
import { sha256 } from '../calls/sha256.js';
import { takeTurns } from '../turns/take-turns.js';

export interface Wording {
  readonly version: number;
  readonly text: string;
  readonly hash: string;
}

/** Everything but posting, whose text is the one of the call that somebody applied to. */
const standardTexts: Readonly<Record<Exclude<ConsentChannel, 'posting'>, string>> = {
  archive:
    'My weekend may stay on the charity’s public page after it is over, under the name I chose. I can take this back at any time, and the page is taken down.',
  quoting:
    'The charity may quote what I posted, under the name I chose, for example in a report. I can take this back at any time. What is printed by then stays printed.',
  contact:
    'The charity may mail me about things that are not part of my weekend. I can take this back at any time.',
};

/** What this person is asked to say yes to, as it is worded now. */
export async function wordingFor(
  tx: Tx,
  application: Application,
  channel: ConsentChannel,
): Promise<Wording> {
  if (channel !== 'posting') return keepWording(tx, channel, standardTexts[channel]);
  const call = await findCall(tx, application.callId);
  if (!call) throw new Error('an application to a call that is not there');
  const { consentText } = inLanguage(call.content, application.language as Language);
  return keepWording(tx, channel, consentText);
}

/** A text is kept as a version of its channel from the first time somebody is shown it. */
export async function keepWording(tx: Tx, channel: ConsentChannel, text: string): Promise<Wording> {
  const hash = sha256(text);
  const known = await findWording(tx, channel, hash);
  if (known) return known;
  await takeTurns(tx, `wording ${channel}`);
  await tx.query(
    `INSERT INTO consent_wording (charity_id, channel, version, text, hash)
     SELECT $1, $2, 1 + coalesce(max(version), 0), $3, $4 FROM consent_wording WHERE charity_id = $1 AND channel = $2
     ON CONFLICT (charity_id, channel, hash) DO NOTHING`,
    [tx.charityId, channel, text, hash],
  );
  const kept = await findWording(tx, channel, hash);
  if (!kept) throw new Error('a wording was kept and is not there');
  return kept;
}

async function findWording(tx: Tx, channel: ConsentChannel, hash: string): Promise<Wording | undefined> {
  const [wording] = await tx.query<Wording>(
    'SELECT version, text, hash FROM consent_wording WHERE charity_id = $1 AND channel = $2 AND hash = $3',
    [tx.charityId, channel, hash],
  );
  return wording;
}
