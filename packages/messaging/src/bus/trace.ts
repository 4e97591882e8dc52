import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import { context, propagation, ROOT_CONTEXT } from '@opentelemetry/api';

/**
 * The W3C trace that ties a click to everything that follows from it (https://www.w3.org/TR/trace-context/).
 * With an OpenTelemetry SDK registered it is the SDK's; without one Baton hands on the header itself,
 * so that facts and requests can be joined in logs on a laptop too.
 */
const forwarded = new AsyncLocalStorage<string>();

/** The header to send with a request or a fact made now. */
export function currentTraceparent(): string {
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  return carrier.traceparent ?? forwarded.getStore() ?? startTrace();
}

/** Runs `work` as part of the trace it was asked in; without a header a new trace begins. */
export function withTraceparent<T>(traceparent: string | undefined, work: () => T): T {
  const header = traceparent ?? startTrace();
  const parent = propagation.extract(ROOT_CONTEXT, { traceparent: header });
  return context.with(parent, () => forwarded.run(header, work));
}

/** A trace that is tied to nothing. */
export const startTrace = (): string =>
  `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`;
