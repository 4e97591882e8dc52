import type { MessagingObserver } from '@baton/messaging';
import type { Log } from '../log/log.js';
import type { Metrics } from './metrics.js';

/** Turns what messaging sees into metrics, and what a person should know into log lines. */
export const observeMessaging = (log: Log, metrics: Metrics): MessagingObserver => ({
  connection: (state) => log.warn('bus connection', { state }),
  ownership: (work, state) => log.info('ownership', { work, state }),
  published: (count) => metrics.published.inc(count),
  consumed: (stream, as, count) => metrics.consumed.inc({ stream, as }, count),
  retrying: (stream, event, attempt) => log.warn('fact will be retried', { stream, event, attempt }),
  deadLettered(stream, sequence, event, reason) {
    metrics.deadLetters.inc({ stream, reason });
    log.error('fact set aside', { stream, sequence, event, reason });
  },
  answered(operation, outcome, durationMs) {
    metrics.answered.observe({ operation, outcome }, durationMs / 1000);
    log.debug('answered', { operation, outcome, durationMs: Math.round(durationMs) });
  },
  fault(where, error) {
    metrics.faults.inc({ where });
    log.fault(where, error);
  },
});
