import { type ApplicationId, isGone, type NominationId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { type Application, findApplication } from '../applications/application-row.js';
import { findNomination, type Nomination } from '../nominations/nomination-row.js';

/** Whose mail it was, locked. Undefined where it was to nobody who has applied, or to somebody who is gone. */
export async function applicationMailed(tx: Tx, mailId: string): Promise<Application | undefined> {
  const id = await addressedTo<ApplicationId>(tx, mailId, 'application');
  const application = id && (await findApplication(tx, id, 'FOR UPDATE'));
  return application && !isGone(application.state) ? application : undefined;
}

export async function nominationMailed(tx: Tx, mailId: string): Promise<Nomination | undefined> {
  const id = await addressedTo<NominationId>(tx, mailId, 'nomination');
  return id && findNomination(tx, id);
}

async function addressedTo<Id>(tx: Tx, mailId: string, kind: 'application' | 'nomination') {
  const [mail] = await tx.query<{ id: Id }>(
    'SELECT addressee_id AS id FROM mail WHERE charity_id = $1 AND mail_id = $2 AND addressee_kind = $3',
    [tx.charityId, mailId, kind],
  );
  return mail?.id;
}
