import type { DeadLetterReason } from '../inbox/dead-letter.js';

export type ConsumedAs = 'applied' | 'duplicate' | 'stale' | 'erased' | 'ignored';

/**
 * What messaging tells the service around it; service-kit turns it into metrics and logs. Nothing here
 * carries an event's data. An `error` may: a database error holds the query's parameters, never log it whole.
 */
export interface MessagingObserver {
  connection(state: 'disconnected' | 'reconnected' | 'closed'): void;
  /** This process became, or stopped being, the one that does `work` for its service. */
  ownership(work: string, state: 'gained' | 'lost'): void;
  published(count: number): void;
  consumed(stream: string, as: ConsumedAs, count: number): void;
  retrying(stream: string, eventType: string, attempt: number): void;
  /** A fact was set aside for a person to look at. Alert on every one. */
  deadLettered(stream: string, sequence: number, eventType: string, reason: DeadLetterReason): void;
  /** `outcome` is `accepted`, a refusal code, or `fault`. */
  answered(operation: string, outcome: string, durationMs: number): void;
  fault(where: string, error: unknown): void;
}

/** For tools and tests that do not want to know. */
export const silentObserver: MessagingObserver = {
  connection: () => {},
  ownership: () => {},
  published: () => {},
  consumed: () => {},
  retrying: () => {},
  deadLettered: () => {},
  answered: () => {},
  fault: () => {},
};
