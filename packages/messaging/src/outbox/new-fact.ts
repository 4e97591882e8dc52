import type { EventDeclaration } from '@baton/contracts';
import type { z } from 'zod';

/** A fact about to be appended to the outbox. Made only by `newFact`, so its data has been checked. */
export interface NewFact {
  readonly event: EventDeclaration;
  /** The aggregate's id. */
  readonly subject: string;
  /** Counts up by one with each fact about the aggregate. */
  readonly revision: number;
  readonly data: Readonly<Record<string, unknown>>;
  /** The fact this one follows from; where it is stated while handling one, that is known without saying. */
  readonly causationId?: string;
  /** When it happened, where not now: analyst facts tell the week and not the moment. */
  readonly time?: Date;
}

/**
 * States a fact by its declaration. Throws (a fault, not a refusal) when the data does not parse:
 * a service that cannot state its own facts correctly has a bug. Fields the declaration does not
 * name are dropped, so nothing leaves a service by accident.
 */
export function newFact<E extends EventDeclaration>(
  event: E,
  fact: { subject: string; revision: number; data: z.input<E['data']>; causationId?: string; time?: Date },
): NewFact {
  return { ...fact, event, data: event.data.parse(fact.data) };
}
