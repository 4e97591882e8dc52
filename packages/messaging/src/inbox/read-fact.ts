import { Envelope, type EventDeclaration, type FactOf, wireTypeOf } from '@baton/contracts';
import type { Consumption } from './consume.js';
import type { DeadLetterReason } from './dead-letter.js';

/** What a message on a stream is to a service. */
export type Heard =
  | { readonly kind: 'ignored' }
  | { readonly kind: 'unusable'; readonly reason: DeadLetterReason }
  | { readonly kind: 'fact'; readonly fact: FactOf<EventDeclaration> };

/**
 * Where a subject says a fact belongs:
 * `facts.<owner>.<charity>.<type>.v<n>` or `analyst.<charity>.<type>.v<n>`.
 */
export function addressIn(subject: string): { charityId: string; type: string; family: string } {
  const tokens = subject.split('.');
  const [charityId = '', ...rest] = tokens.slice(tokens[0] === 'analyst' ? 1 : 2);
  return { charityId, type: ['baton', ...rest].join('.'), family: ['baton', ...rest.slice(0, -1)].join('.') };
}

/**
 * Reads a message by the declaration it claims. What the service does not consume is told by the subject
 * alone. An unknown version of something it does consume is not ignored: it would be lost silently.
 */
export function readFact(
  consumed: ReadonlyMap<string, Consumption>,
  message: { subject: string; data: Uint8Array },
): Heard {
  const address = addressIn(message.subject);
  const consumption = consumed.get(address.type);
  if (!consumption)
    return isUnknownVersion(consumed, address) ? unusable('unknownVersion') : { kind: 'ignored' };
  const envelope = Envelope.safeParse(jsonIn(message.data));
  if (!envelope.success) return unusable('unreadable');
  if (envelope.data.charityid !== address.charityId || envelope.data.type !== address.type) {
    return unusable('misaddressed');
  }
  const data = consumption.event.data.safeParse(envelope.data.data);
  if (!data.success) return unusable('unreadable');
  return { kind: 'fact', fact: { ...envelope.data, data: data.data } };
}

function isUnknownVersion(
  consumed: ReadonlyMap<string, Consumption>,
  address: { type: string; family: string },
): boolean {
  const kin = [...consumed.values()].find(({ event }) => `baton.${event.type}` === address.family);
  return kin !== undefined && !kin.catalogTypes.has(address.type);
}

const unusable = (reason: DeadLetterReason): Heard => ({ kind: 'unusable', reason });

function jsonIn(data: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(data).toString());
  } catch {
    return undefined;
  }
}

/** The consumptions of a service by wire type. */
export const byWireType = (consumptions: readonly Consumption[]): ReadonlyMap<string, Consumption> =>
  new Map(consumptions.map((consumption) => [wireTypeOf(consumption.event), consumption]));
