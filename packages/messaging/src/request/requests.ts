import { type KeyObject, randomUUID } from 'node:crypto';
import {
  type Caller,
  isRefusal,
  type Operation,
  type RequestOf,
  type ResultOf,
  refuse,
  subjectOf,
  universalRefusals,
} from '@baton/contracts';
import { headers, type MsgHdrs } from '@nats-io/transport-node';
import type { Bus } from '../bus/bus.js';
import type { MessagingObserver } from '../bus/observer.js';
import { currentTraceparent } from '../bus/trace.js';
import { defaultPatienceMs, patienceHeader } from './answering.js';
import { type Asked, callerHeader, signCaller } from './caller-signature.js';

/**
 * Asks a service in the name of a caller, for which it takes the private key: the gateway's alone. The answer is always a result: nobody listening, no answer in time and a lost
 * connection are the `unavailable` refusal. After `unavailable` a command may still have been carried
 * out; sending it again with the same id is safe.
 */
export class Requests {
  constructor(
    private readonly bus: Bus,
    private readonly callerKey: KeyObject,
    private readonly observer: MessagingObserver,
  ) {}

  async call<O extends Operation>(
    operation: O,
    input: RequestOf<O>,
    options: { caller: Caller; timeoutMs?: number },
  ): Promise<ResultOf<O>> {
    const subject = subjectOf(operation);
    const timeoutMs = options.timeoutMs ?? defaultPatienceMs;
    const question = JSON.stringify({ pattern: subject, data: input, id: randomUUID() });
    const { info } = this.bus.connection;
    // Between losing one server and meeting the next: nobody knows how much it takes, and nobody would hear it.
    if (!info) return unanswered(operation);
    if (Buffer.byteLength(question) > (info.max_payload ?? 0))
      return refuse('tooLarge', universalRefusals.tooLarge);
    try {
      const reply = await this.bus.connection.request(subject, question, {
        timeout: timeoutMs,
        headers: this.headersFor(options.caller, { subject, data: input }, timeoutMs),
      });
      return resultIn<O>(reply.json());
    } catch (error) {
      this.observer.fault(`call ${operation.name}`, error);
      return unanswered(operation);
    }
  }

  private headersFor(caller: Caller, asked: Asked, timeoutMs: number): MsgHdrs {
    const fields = headers();
    fields.set(callerHeader, signCaller(this.callerKey, caller, asked, new Date()));
    fields.set(patienceHeader, String(timeoutMs));
    fields.set('traceparent', currentTraceparent());
    return fields;
  }
}

/** In the operation's own words, where not knowing whether it was done means something of its own. */
function unanswered({ refusals }: Operation) {
  const { message } = refusals['unavailable'] ?? universalRefusals.unavailable;
  return refuse('unavailable', { message });
}

/** Nest's transport answers `{ response }`, or `{ err }` when its own machinery failed. */
function resultIn<O extends Operation>(packet: { response?: ResultOf<O>; err?: unknown }): ResultOf<O> {
  const result = packet.response;
  if (result && (result.ok || isRefusal(result))) return result;
  throw new Error('a service answered what is not a result');
}
