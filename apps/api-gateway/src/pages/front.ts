import {
  type Caller,
  isRefusal,
  type Operation,
  type OutputOf,
  operations,
  type Refusal,
  type RequestOf,
  type ResultOf,
  type ServiceName,
  serviceNames,
  type UniversalRefusalCode,
  universalRefusals,
} from '@baton/contracts';
import { Requests } from '@baton/messaging';
import { Injectable } from '@nestjs/common';
import { Refused } from '../door/refused.js';
import type { ServiceAtAGlance } from './start-page.js';

const isUniversal = (code: string): code is UniversalRefusalCode => Object.hasOwn(universalRefusals, code);
const anyone: Caller = { kind: 'anyone' };
const glanceMs = 1_000;

/** A refusal that the page has no place for becomes a page of its own. */
export function asPage({ refusal: { code, message } }: Refusal): Refused {
  return new Refused(isUniversal(code) ? code : 'badInput', message);
}

/** How pages read: through the same operations as everybody else, as whoever is looking. */
@Injectable()
export class Front {
  constructor(private readonly requests: Requests) {}

  /** The answer, or the refusal thrown as the page's error. */
  async read<O extends Operation>(
    operation: O,
    input: RequestOf<O>,
    caller: Caller = anyone,
  ): Promise<OutputOf<O>> {
    const result = await this.ask(operation, input, caller);
    if (isRefusal(result)) throw asPage(result);
    return result.value as OutputOf<O>;
  }

  /** The answer or the refusal: for a form that says in its own place what was wrong. */
  ask<O extends Operation>(operation: O, input: RequestOf<O>, caller: Caller): Promise<ResultOf<O>> {
    return this.requests.call(operation, input, { caller });
  }

  /** The answer, or undefined where the service does not answer or says no: for what a page can do without. */
  async glance<O extends Operation>(
    operation: O,
    input: RequestOf<O>,
    caller: Caller = anyone,
  ): Promise<OutputOf<O> | undefined> {
    const result = await this.requests.call(operation, input, { caller, timeoutMs: glanceMs });
    return isRefusal(result) ? undefined : (result.value as OutputOf<O>);
  }

  /** Whether each service answers at all: even "please sign in" is a sign of life. */
  services(): Promise<ServiceAtAGlance[]> {
    return Promise.all(
      serviceNames.map(async (service) => ({ service, answers: await this.answers(service) })),
    );
  }

  private async answers(service: ServiceName): Promise<boolean> {
    const [operation]: Operation[] = Object.values(operations[service]);
    if (!operation) return false;
    const result = await this.requests.call(operation, {}, { caller: anyone, timeoutMs: glanceMs });
    return !isRefusal(result) || result.refusal.code !== 'unavailable';
  }
}
