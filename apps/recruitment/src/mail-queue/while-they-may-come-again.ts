import type { ApplicationId, TakeoverId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { findApplication } from '../applications/application-row.js';
import { wasTheirLast } from '../takeovers/heard-takeovers.js';
import { idIn } from './cause.js';
import type { QueuedMail } from './queued-mail.js';

/** They have curated, and neither booked nor curated again since the weekend that the letter is about. */
export async function whileTheyMayComeAgain(tx: Tx, { cause, addresseeId }: QueuedMail): Promise<boolean> {
  const application = await findApplication(tx, addresseeId as ApplicationId);
  return application?.state === 'alumni' && wasTheirLast(tx, idIn<TakeoverId>(cause));
}
