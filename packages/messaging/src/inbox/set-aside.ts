import { createHash } from 'node:crypto';
import type { Database } from '@baton/persistence';
import type { DeadLetterReason } from './dead-letter.js';
import { addressIn } from './read-fact.js';

/** For a subject that names no charity: nobody can read the letter but background work. */
const nobody = '00000000-0000-0000-0000-000000000000';
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export interface SetAside {
  readonly stream: string;
  readonly sequence: number;
  readonly subject: string;
  readonly data: Uint8Array;
  readonly reason: DeadLetterReason;
}

/** Keeps a fact that cannot be applied where a person can see it and try it again. The same fact is kept once. */
export async function setAside(database: Database, letter: SetAside): Promise<void> {
  const { charityId, type } = addressIn(letter.subject);
  await database.asWorker((tx) =>
    tx.query(
      `INSERT INTO dead_letter (charity_id, fingerprint, stream, sequence, type, reason, envelope)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (charity_id, fingerprint) DO UPDATE
          SET sequence = EXCLUDED.sequence, reason = EXCLUDED.reason, set_aside_at = EXCLUDED.set_aside_at`,
      [
        uuid.test(charityId) ? charityId : nobody,
        createHash('sha256').update(letter.subject).update('\0').update(letter.data).digest(),
        letter.stream,
        letter.sequence,
        type,
        letter.reason,
        // Postgres takes no NUL in a text.
        Buffer.from(letter.data).toString().replaceAll('\0', '\uFFFD'),
      ],
    ),
  );
}
