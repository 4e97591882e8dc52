import { AsyncResource } from 'node:async_hooks';
import { withTraceparent } from '@baton/messaging';
import { context, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Metrics } from '../metrics/metrics.js';

const w3cTraceparent = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

interface Observed {
  readonly span: Span;
  readonly scope: AsyncResource;
}

/**
 * Ties each HTTP request to a trace, and measures it. The trace is the caller's where a `traceparent` came along. Spans
 * go to whatever OpenTelemetry SDK the process was started with (`node --import …`); without one they cost nothing.
 */
export function observeHttp(fastify: FastifyInstance, metrics: Metrics): void {
  const tracer = trace.getTracer('baton');
  const observed = new WeakMap<FastifyRequest, Observed>();

  fastify.addHook('onRequest', (request, _, done) => {
    withTraceparent(traceparentOf(request), () => {
      const span = tracer.startSpan(`${request.method} ${routeOf(request)}`, { kind: SpanKind.SERVER });
      context.with(trace.setSpan(context.active(), span), () => {
        observed.set(request, { span, scope: new AsyncResource('http request') });
        done();
      });
    });
  });
  // A body arrives by events of the socket, which know nothing of the request: enter its scope again.
  fastify.addHook('preValidation', (request, _, done) => {
    const scope = observed.get(request)?.scope;
    if (scope) scope.runInAsyncScope(done);
    else done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const labels = { method: request.method, route: routeOf(request), status: reply.statusCode };
    metrics.httpAnswered.observe(labels, reply.elapsedTime / 1_000);
    const span = observed.get(request)?.span;
    span?.setAttributes({ 'http.route': labels.route, 'http.response.status_code': labels.status });
    if (labels.status >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
    done();
  });
}

/** The route's pattern, never the path: a path has ids and, where nothing matched, anything at all. */
const routeOf = (request: FastifyRequest): string => request.routeOptions.url ?? 'unmatched';

function traceparentOf({ headers }: FastifyRequest): string | undefined {
  const { traceparent } = headers;
  return typeof traceparent === 'string' && w3cTraceparent.test(traceparent) ? traceparent : undefined;
}
