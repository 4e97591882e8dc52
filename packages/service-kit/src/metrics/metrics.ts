import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const seconds = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Prometheus metrics of one service. Labels are names from the contracts: bounded, and nobody's data. */
export class Metrics {
  readonly registry = new Registry();

  readonly httpAnswered = new Histogram({
    name: 'baton_http_seconds',
    help: 'Time from HTTP request to response, by route pattern',
    labelNames: ['method', 'route', 'status'],
    buckets: seconds,
    registers: [this.registry],
  });
  readonly answered = new Histogram({
    name: 'baton_operation_seconds',
    help: 'Time from question to answer, by operation and outcome',
    labelNames: ['operation', 'outcome'],
    buckets: seconds,
    registers: [this.registry],
  });
  readonly published = new Counter({
    name: 'baton_facts_published_total',
    help: 'Facts handed to the bus',
    registers: [this.registry],
  });
  readonly consumed = new Counter({
    name: 'baton_facts_consumed_total',
    help: 'Facts taken in, by stream and what became of them',
    labelNames: ['stream', 'as'],
    registers: [this.registry],
  });
  readonly deadLetters = new Counter({
    name: 'baton_dead_letters_total',
    help: 'Facts set aside for a person; alert on every one',
    labelNames: ['stream', 'reason'],
    registers: [this.registry],
  });
  readonly faults = new Counter({
    name: 'baton_faults_total',
    help: 'Faults, by where they happened',
    labelNames: ['where'],
    registers: [this.registry],
  });

  constructor(service: string) {
    this.registry.setDefaultLabels({ service });
    collectDefaultMetrics({ register: this.registry });
  }

  /** Asked at every scrape: a value set as facts go out would stand still exactly when they no longer do. */
  watchOutbox(outbox: { lagSeconds(): number }): void {
    new Gauge({
      name: 'baton_outbox_lag_seconds',
      help: 'How long the oldest fact known to be unpublished has waited',
      registers: [this.registry],
      collect() {
        this.set(outbox.lagSeconds());
      },
    });
  }
}
