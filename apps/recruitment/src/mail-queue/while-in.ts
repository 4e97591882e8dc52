import type { ApplicationId, ApplicationState } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { findApplication } from '../applications/application-row.js';
import type { QueuedMail } from './queued-mail.js';

/** A letter to an applicant or curator whose reason holds as long as they are in one of these states. */
export const whileIn =
  (...states: readonly ApplicationState[]) =>
  async (tx: Tx, { addresseeId }: QueuedMail): Promise<boolean> => {
    const application = await findApplication(tx, addresseeId as ApplicationId);
    return application !== undefined && states.includes(application.state);
  };
