import { type Operation, type Refusal, type RefusalDeclaration, universalRefusals } from '@baton/contracts';
import { Requests } from '@baton/messaging';
import { Controller, Delete, Get, Inject, Post, Put, Req, Res, type Type } from '@nestjs/common';
import { isTooDeep } from './is-too-deep.js';
import { Refused } from './refused.js';
import { Carries, type KnownRequest, type Reply } from './request.js';

const verbs = { GET: Get, POST: Post, PUT: Put, DELETE: Delete } as const;

/** One controller per routed operation, all with the same body: the door knows contracts, not business. */
export function routesFor(operations: readonly Operation[]): Type[] {
  return operations.filter((operation) => operation.path !== 'internal').map(routeFor);
}

function routeFor(operation: Operation): Type {
  const Verb = verbs[operation.method];

  @Controller('api')
  class Route {
    constructor(@Inject(Requests) private readonly requests: Requests) {}

    @Carries(operation)
    @Verb(operation.path.replace(/\{(\w+)\}/g, ':$1'))
    async carry(@Req() request: KnownRequest, @Res() reply: Reply): Promise<void> {
      if (!request.caller) throw new Refused('signedOut');
      const result = await this.requests.call(operation, inputOf(request, operation), {
        caller: request.caller,
      });
      await reply
        .status(result.ok ? 200 : statusOf(operation, result))
        .send(result.ok ? result.value : { refusal: result.refusal });
    }
  }
  return Route;
}

/** The path's fields win over the body's: what the guard has judged is what the service gets. */
function inputOf(request: KnownRequest, operation: Operation): Record<string, unknown> {
  const carriesBody = operation.method === 'POST' || operation.method === 'PUT';
  const rest: unknown = carriesBody ? (request.body ?? {}) : request.query;
  if (typeof rest !== 'object' || rest === null || Array.isArray(rest)) {
    throw new Refused('badInput', 'The request’s body must be a JSON object.');
  }
  if (isTooDeep(rest)) throw new Refused('badInput', 'The request’s body is nested too deeply.');
  return { ...rest, ...(request.params as Record<string, string>) };
}

function statusOf(operation: Operation, { refusal }: Refusal): number {
  const declared: Record<string, RefusalDeclaration> = { ...universalRefusals, ...operation.refusals };
  return declared[refusal.code]?.status ?? 400;
}
