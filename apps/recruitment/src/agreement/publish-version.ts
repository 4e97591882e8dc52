import type { OutputOf, viewAgreement } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { sha256 } from '../calls/sha256.js';
import { takeTurns } from '../turns/take-turns.js';

export type Agreement = OutputOf<typeof viewAgreement>;

export async function agreementInForce(tx: Tx): Promise<Agreement | undefined> {
  const [agreement] = await tx.query<Agreement>(
    'SELECT version, text, hash FROM agreement WHERE charity_id = $1 ORDER BY version DESC LIMIT 1',
    [tx.charityId],
  );
  return agreement;
}

/** Publishes a text as the next version; the text in force again changes nothing. Two at once take turns. */
export async function publishVersion(tx: Tx, text: string): Promise<Agreement> {
  await takeTurns(tx, 'agreement');
  const inForce = await agreementInForce(tx);
  const hash = sha256(text);
  if (inForce?.hash === hash) return inForce;
  const version = (inForce?.version ?? 0) + 1;
  await tx.query('INSERT INTO agreement (charity_id, version, text, hash) VALUES ($1, $2, $3, $4)', [
    tx.charityId,
    version,
    text,
    hash,
  ]);
  return { version, text, hash };
}
