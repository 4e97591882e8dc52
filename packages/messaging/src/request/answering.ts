import type { KeyObject } from 'node:crypto';
import {
  type Caller,
  decideCall,
  isRefusal,
  type Operation,
  type RefusalDeclaration,
  type Result,
  refuse,
  subjectOf,
  universalRefusals,
} from '@baton/contracts';
import type { MsgHdrs } from '@nats-io/transport-node';
import type { MessagingObserver } from '../bus/observer.js';
import { pause } from '../bus/pause.js';
import { withTraceparent } from '../bus/trace.js';
import { brokenTexts } from './broken-texts.js';
import { callerHeader, verifyCaller } from './caller-signature.js';
import { fieldProblems } from './field-problems.js';
import type { CallContext, Handles } from './use-case.js';

/** How long the client will wait, in milliseconds from now: a duration, because hosts' clocks differ. */
export const patienceHeader = 'baton-patience-ms';
export const defaultPatienceMs = 5_000;

type AnyResult = Result<unknown, string>;

/**
 * Stands between the bus and a use case: who is calling, may they, is the input right, and is the answer
 * one the contract allows. A fault is told to the observer and answered as `unavailable`, without a word
 * about its cause.
 */
export class Answering {
  /** With the instant after which nobody waits for it. */
  private readonly inFlight = new Map<Promise<AnyResult>, number>();

  constructor(
    private readonly callerKey: KeyObject,
    private readonly observer: MessagingObserver,
  ) {}

  async answer(
    operation: Operation,
    useCase: Handles<Operation>,
    body: unknown,
    headers: MsgHdrs | undefined,
  ): Promise<AnyResult> {
    const startedAt = performance.now();
    const answering = this.decide(operation, useCase, body, headers).catch((error: unknown) => {
      this.observer.fault(operation.name, error);
      return undefined;
    });
    const answer = answering.then((result) => result ?? worded(operation, refuse('unavailable')));
    this.inFlight.set(answer, Date.now() + patienceMsIn(headers));
    const given = await answer;
    this.inFlight.delete(answer);
    const outcome = isRefusal(given) ? given.refusal.code : 'accepted';
    this.observer.answered(
      operation.name,
      (await answering) ? outcome : 'fault',
      performance.now() - startedAt,
    );
    return given;
  }

  /** Resolves when every question taken so far has been answered, or nobody waits for the answer any more. */
  async settle(): Promise<void> {
    const settled = new AbortController();
    const longestMs = Math.max(0, Math.max(...this.inFlight.values()) - Date.now());
    await Promise.race([Promise.all(this.inFlight.keys()), pause(longestMs, settled.signal)]);
    settled.abort();
  }

  private async decide(
    operation: Operation,
    useCase: Handles<Operation>,
    body: unknown,
    headers: MsgHdrs | undefined,
  ): Promise<AnyResult> {
    const asked = { subject: subjectOf(operation), data: body };
    const now = new Date();
    const caller = verifyCaller(this.callerKey, headers?.get(callerHeader), asked, now);
    if (!caller) return worded(operation, refuse('forbidden'));
    const access = decideCall(operation, caller, charityNamedBy(body), now);
    if (access !== 'allowed') return worded(operation, refuse(access));
    const broken = brokenTexts(body);
    if (broken.length > 0) return worded(operation, refuse('badInput', { details: broken }));
    const input = operation.input.safeParse(body);
    if (!input.success) {
      return worded(operation, refuse('badInput', { details: fieldProblems(input.error) }));
    }
    const traceparent = headers?.get('traceparent') || undefined;
    const call = callContext(caller, traceparent, headers);
    return allowed(operation, await withTraceparent(traceparent, () => useCase.handle(input.data, call)));
  }
}

function callContext(caller: Caller, traceparent: string | undefined, headers?: MsgHdrs): CallContext {
  return {
    caller,
    deadline: new Date(Date.now() + patienceMsIn(headers)),
    ...(traceparent === undefined ? {} : { traceparent }),
  };
}

const patienceMsIn = (headers?: MsgHdrs): number => Number(headers?.get(patienceHeader)) || defaultPatienceMs;

const charityNamedBy = (body: unknown): string | undefined =>
  typeof body === 'object' && body !== null && 'charityId' in body && typeof body.charityId === 'string'
    ? body.charityId
    : undefined;

/** What the contract does not allow a service to say is a fault of the service. Unnamed fields are dropped. */
function allowed(operation: Operation, result: AnyResult): AnyResult {
  if (isRefusal(result)) return worded(operation, result);
  const output = operation.output.safeParse(result.value);
  if (output.success) return { ok: true, value: output.data };
  const where = output.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new Error(`${operation.name} answered what its contract does not allow, at: ${where}`);
}

/** Fills the declared words into a refusal that has none of its own. */
function worded(operation: Operation, result: AnyResult): AnyResult {
  if (!isRefusal(result)) return result;
  const declared: Readonly<Record<string, RefusalDeclaration>> = {
    ...universalRefusals,
    ...operation.refusals,
  };
  const declaration = declared[result.refusal.code];
  if (!declaration) {
    throw new Error(`${operation.name} refused with the undeclared code ${result.refusal.code}`);
  }
  return {
    ok: false,
    refusal: { ...result.refusal, message: result.refusal.message || declaration.message },
  };
}
