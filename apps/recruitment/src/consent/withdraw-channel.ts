import {
  type Caller,
  type ConsentChannel,
  consentWithdrawn,
  mayCurate,
  type PastPosts,
} from '@baton/contracts';
import { appendFacts, newFact } from '@baton/messaging';
import type { Tx } from '@baton/persistence';
import type { Application } from '../applications/application-row.js';
import { moveApplication } from '../applications/move-application.js';
import { noteInAudit } from '../audit/note-in-audit.js';
import { type Answered, type ConsentRecord, consentsOf, keepNo, lastWordOn } from './consent-records.js';
import { wordingFor } from './wordings.js';

export interface Withdrawal {
  readonly channel: ConsentChannel;
  readonly pastPosts: PastPosts;
  readonly by: Caller | string;
}

/**
 * A consent ends, by its person’s word or by its days being over; the application’s row is locked. Without the one to post
 * nobody is ready: they begin anew with a new yes and the agreement. What was never said yes to cannot be taken back, and
 * saying the same no again changes nothing; another wish for past posts is a new no. Only to being quoted every no counts and
 * is told: people say yes to that in surveys too, which recruitment does not see.
 */
export async function withdrawChannel(
  tx: Tx,
  application: Application,
  withdrawal: Withdrawal,
): Promise<void> {
  const { applicationId, curatorId } = application;
  const { channel, pastPosts, by } = withdrawal;
  const records = await consentsOf(tx, applicationId);
  const isQuoting = channel === 'quoting';
  const lastWord =
    lastWordOn(records, channel) ?? (isQuoting ? await asWordedNow(tx, application) : undefined);
  if (!curatorId || !lastWord || (lastWord.pastPosts === pastPosts && !isQuoting)) return;
  await keepNo(tx, applicationId, lastWord, pastPosts);
  if (channel === 'posting') await beginAnew(tx, application, by);
  const revision = noesIn(records) + 1;
  const data = { curatorId, channel, pastPosts };
  await appendFacts(tx, newFact(consentWithdrawn, { subject: curatorId, revision, data }));
  const details = { channel, version: lastWord.version, hash: lastWord.hash, pastPosts };
  await noteInAudit(tx, { by, action: 'consent.withdrawn', about: curatorId, details });
}

/** What a no is to of whoever never said yes here. */
async function asWordedNow(tx: Tx, application: Application): Promise<Answered> {
  const { version, hash } = await wordingFor(tx, application, 'quoting');
  return { channel: 'quoting', version, hash, identityLevel: application.identityLevel, pastPosts: null };
}

async function beginAnew(tx: Tx, application: Application, by: Withdrawal['by']): Promise<void> {
  if (mayCurate(application.state)) await moveApplication(tx, application, 'preparing', { by });
  await tx.query(
    'UPDATE application SET agreement_version = NULL WHERE charity_id = $1 AND application_id = $2',
    [tx.charityId, application.applicationId],
  );
}

const noesIn = (records: readonly ConsentRecord[]): number =>
  records.filter(({ said }) => said === 'no').length;
