import type { ApplicationId, ConsentChannel, IdentityLevel, PastPosts } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { databaseNow } from '../clock/database-now.js';
import { decideConsent } from './decide-consent.js';

/** One yes or no as it was kept. */
export interface ConsentRecord {
  readonly channel: ConsentChannel;
  readonly said: 'yes' | 'no';
  readonly version: number;
  readonly hash: string;
  readonly text: string;
  readonly identityLevel: IdentityLevel;
  readonly at: Date;
  readonly until: Date | null;
  readonly pastPosts: PastPosts | null;
}

/** The words that a yes or a no is to. */
export type Answered = Pick<ConsentRecord, 'channel' | 'version' | 'hash' | 'identityLevel' | 'pastPosts'>;

interface Yes {
  readonly channel: ConsentChannel;
  readonly version: number;
  readonly identityLevel: IdentityLevel;
  /** Null: until it is withdrawn. */
  readonly months: number | null;
}

export async function keepYes(tx: Tx, applicationId: ApplicationId, yes: Yes): Promise<void> {
  await tx.query(
    `INSERT INTO consent (charity_id, application_id, channel, version, said, identity_level, lasts_until)
     VALUES ($1, $2, $3, $4, 'yes', $5, baton.now() + make_interval(months => $6))`,
    [tx.charityId, applicationId, yes.channel, yes.version, yes.identityLevel, yes.months],
  );
}

/** A no to the very words that somebody said yes to, or would have. */
export async function keepNo(
  tx: Tx,
  applicationId: ApplicationId,
  { channel, version, identityLevel }: Answered,
  pastPosts: PastPosts,
): Promise<void> {
  await tx.query(
    `INSERT INTO consent (charity_id, application_id, channel, version, said, identity_level, past_posts)
     VALUES ($1, $2, $3, $4, 'no', $5, $6)`,
    [tx.charityId, applicationId, channel, version, identityLevel, pastPosts],
  );
}

/** Everything somebody ever said, in order. */
export const consentsOf = (tx: Tx, applicationId: ApplicationId): Promise<ConsentRecord[]> =>
  tx.query<ConsentRecord>(
    `SELECT channel, said, version, hash, text, identity_level AS "identityLevel", said_at AS at,
            lasts_until AS until, past_posts AS "pastPosts"
       FROM consent JOIN consent_wording USING (charity_id, channel, version)
      WHERE charity_id = $1 AND application_id = $2 ORDER BY id`,
    [tx.charityId, applicationId],
  );

export const lastWordOn = (
  records: readonly ConsentRecord[],
  channel: ConsentChannel,
): ConsentRecord | undefined => records.findLast((record) => record.channel === channel);

/** Whether somebody consents to a channel at this moment. */
export async function consentsTo(
  tx: Tx,
  applicationId: ApplicationId,
  channel: ConsentChannel,
): Promise<boolean> {
  const lastWord = lastWordOn(await consentsOf(tx, applicationId), channel);
  return decideConsent(lastWord, await databaseNow(tx)) === 'given';
}
