import type { ApplicationId } from '@baton/contracts';
import { findApplication } from '../applications/application-row.js';
import { consentsOf, consentsTo, lastWordOn } from '../consent/consent-records.js';
import type { Stands } from '../mail-queue/letters.js';
import { withinDays } from '../mail-queue/within-days.js';

const worthDays = 14;

/** Whoever has taken back their consent is not asked how it was; and who has begun, not how they are before it. */
export const whileTheyMayBeAsked: Stands = async (tx, mail) => {
  const applicationId = mail.addresseeId as ApplicationId;
  if (!(await withinDays(worthDays)(tx, mail))) return false;
  if (!(await consentsTo(tx, applicationId, 'posting'))) return false;
  const application = await findApplication(tx, applicationId);
  return mail.fields['wave'] !== 'before' || application?.state === 'ready';
};

/** One reminder is part of being asked; not for whoever has said that they want no mails of such kinds. */
export const whileTheyMayBeReminded: Stands = async (tx, mail) => {
  if (!(await whileTheyMayBeAsked(tx, mail))) return false;
  const records = await consentsOf(tx, mail.addresseeId as ApplicationId);
  return lastWordOn(records, 'contact')?.said !== 'no';
};
