import { randomUUID } from 'node:crypto';
import { type CharityId, type Envelope, type EventId, factSubjectOf, wireTypeOf } from '@baton/contracts';
import type { Tx, WorkerTx } from '@baton/persistence';
import { currentCause } from '../bus/cause.js';
import { currentTraceparent, startTrace } from '../bus/trace.js';
import { announceCommit } from './announce-commit.js';
import type { NewFact } from './new-fact.js';

/**
 * The condition gives the transaction its number *before* the identity column draws an id. The relay's
 * proof that a missing id can never come any more rests on this (see frontier.ts).
 */
const append = `
  INSERT INTO outbox (event_id, charity_id, subject, aggregate_id, traceparent, envelope)
  SELECT event_id, charity_id, subject, aggregate_id, traceparent, envelope
    FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[]) WITH ORDINALITY
      AS fact (event_id, charity_id, subject, aggregate_id, traceparent, envelope, position)
   WHERE pg_current_xact_id() IS NOT NULL
   ORDER BY position`;

/** Half of what the bus takes: a fact it refuses could never be published and would hold up all that follow. */
const largestFactBytes = 524_288;

/**
 * States facts as part of the caller's transaction: they exist if and only if it commits.
 * One INSERT for all of them; the relay is nudged after the commit.
 *
 * Order is kept per aggregate if the aggregate's row was locked (written or read FOR UPDATE) before.
 */
export function appendFacts(tx: Tx, ...facts: NewFact[]): Promise<void> {
  return appendFactsOfMany(
    tx,
    facts.map((fact) => ({ charityId: tx.charityId, fact })),
  );
}

/** The same for background work that moves the aggregates of many charities at once. */
export async function appendFactsOfMany(
  tx: Pick<WorkerTx, 'query' | 'afterCommit'>,
  stated: readonly { readonly charityId: CharityId; readonly fact: NewFact }[],
): Promise<void> {
  if (stated.length === 0) return;
  const traceparent = currentTraceparent();
  const envelopes = stated.map(({ charityId, fact }) => envelopeOf(fact, charityId, traceparent));
  const texts = envelopes.map((envelope) => JSON.stringify(envelope));
  const tooLarge = texts.findIndex((text) => Buffer.byteLength(text) > largestFactBytes);
  if (tooLarge >= 0) throw new Error(`a fact of type ${envelopes[tooLarge]?.type} is too large for the bus`);
  await tx.query(append, [
    envelopes.map((envelope) => envelope.id),
    envelopes.map((envelope) => envelope.charityid),
    stated.map(({ charityId, fact }) => factSubjectOf(fact.event, charityId)),
    envelopes.map((envelope) => envelope.subject),
    stated.map(({ fact }) => (leavesTheHouse(fact) ? startTrace() : traceparent)),
    texts,
  ]);
  tx.afterCommit(() => {
    for (const owner of new Set(stated.map(({ fact }) => fact.event.owner))) announceCommit(owner);
  });
}

const envelopeOf = (fact: NewFact, charityId: CharityId, traceparent: string): Envelope => ({
  specversion: '1.0',
  id: randomUUID() as string as EventId,
  source: `baton/${fact.event.owner}`,
  type: wireTypeOf(fact.event),
  subject: fact.subject,
  time: (fact.time ?? new Date()).toISOString(),
  datacontenttype: 'application/json',
  charityid: charityId,
  revision: fact.revision,
  causationid: leavesTheHouse(fact) ? undefined : (fact.causationId ?? currentCause()),
  traceparent: leavesTheHouse(fact) ? undefined : traceparent,
  data: fact.data,
});

/** Analysts learn neither trace nor cause: they would tie their fact to a call or a takeover, and that to a person. */
const leavesTheHouse = (fact: NewFact): boolean => fact.event.audience === 'analyst';
