import type { ApplicationId, SurveyId } from '@baton/contracts';
import { consentsOf, consentsTo, lastWordOn } from '../consent/consent-records.js';
import { idIn } from '../mail-queue/cause.js';
import type { Stands } from '../mail-queue/letters.js';
import { withinDays } from '../mail-queue/within-days.js';
import { isOver } from './heard-surveys.js';

const worthDays = 14;

/** Whoever has taken back their consent is not asked how it was, nor who has answered; and who has begun, not how they are before it. */
export const whileTheyMayBeAsked: Stands = async (tx, mail) => {
  const applicationId = mail.addresseeId as ApplicationId;
  if (!(await withinDays(worthDays)(tx, mail))) return false;
  if (!(await consentsTo(tx, applicationId, 'posting'))) return false;
  return !(await isOver(tx, idIn<SurveyId>(mail.cause)));
};

/** One reminder is part of being asked; not for whoever has said that they want no mails of such kinds. */
export const whileTheyMayBeReminded: Stands = async (tx, mail) => {
  if (!(await whileTheyMayBeAsked(tx, mail))) return false;
  const records = await consentsOf(tx, mail.addresseeId as ApplicationId);
  return lastWordOn(records, 'contact')?.said !== 'no';
};
