import { accept, type MessageId, refuse } from '@baton/contracts';
import type { Kept } from './conversation.js';

/** What somebody who wrote is told. A refusal rolls back what was kept. */
export function answered(messageId: MessageId, kept: Kept) {
  if (kept === 'gone') return refuse('notFound');
  if (kept === 'other') return refuse('idReused');
  if (kept === 'tooOften')
    return refuse('tooOften', {
      message: 'You have written a lot today. Please write the rest tomorrow, or all in one.',
    });
  return accept({ messageId });
}
