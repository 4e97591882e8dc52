import type { ApplicationId, TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { consentsTo } from '../consent/consent-records.js';
import { isStillAhead } from '../takeovers/heard-takeovers.js';
import { idIn } from './cause.js';
import type { QueuedMail } from './queued-mail.js';

/** A letter about a weekend that its reader has booked, and that is neither over nor off. */
export const whileWeekendIsTheirs = async (tx: Tx, { cause, addresseeId }: QueuedMail): Promise<boolean> =>
  (await isStillAhead(tx, idIn<TakeoverId>(cause))) &&
  consentsTo(tx, addresseeId as ApplicationId, 'posting');
