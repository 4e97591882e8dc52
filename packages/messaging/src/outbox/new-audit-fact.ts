import { randomUUID } from 'node:crypto';
import {
  type AuditAction,
  type AuditEntry,
  actorOf,
  type Caller,
  type EventDeclaration,
} from '@baton/contracts';
import { type NewFact, newFact } from './new-fact.js';

/** What is noted: by whom (a caller, or the service itself), what, about which pseudonymous id. */
export interface AuditNote {
  readonly by: Caller | string;
  readonly action: AuditAction;
  readonly about?: string | null;
  readonly details?: AuditEntry['details'];
  readonly at: Date;
}

/**
 * A line for the charity's audit, to be appended in the transaction that does what it tells. Only pseudonyms and words of
 * fixed lists: what is chained can never be taken out again.
 */
export function newAuditFact(
  event: EventDeclaration & { readonly type: `${string}.audited` },
  note: AuditNote,
): NewFact {
  const { by, action, about = null, details = {}, at } = note;
  const entry = {
    at: at.toISOString(),
    actor: typeof by === 'string' ? by : actorOf(by),
    action,
    about,
    details,
  } satisfies AuditEntry;
  return newFact(event, { subject: randomUUID(), revision: 1, data: entry });
}
