import type { ApplicationId } from '@baton/contracts';
import type { Tx } from '@baton/persistence';
import { findApplication } from '../applications/application-row.js';
import type { QueuedMail } from '../mail-queue/queued-mail.js';
import { stillRequired } from './decide-ready.js';
import { requirementsOf } from './requirements.js';
import { openWords } from './step-words.js';
import { whatIsDone } from './what-is-done.js';

/** What is open on somebody's list when a letter about it is written, a line each. */
export async function openItems(tx: Tx, { addresseeId }: QueuedMail): Promise<Record<string, string>> {
  const curator = await findApplication(tx, addresseeId as ApplicationId);
  if (!curator) return {};
  const open = stillRequired(await requirementsOf(tx), await whatIsDone(tx, curator));
  return { open: open.map((item) => openWords[item]).join('\n') };
}
