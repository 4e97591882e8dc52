import { expect, it } from '@jest/globals';
import { Metrics } from './metrics.js';

it('tells at every scrape how long the oldest fact waits now, though nothing has been published since', async () => {
  const metrics = new Metrics('scheduling');
  let waitedSeconds = 2;
  metrics.watchOutbox({ lagSeconds: () => waitedSeconds });
  const lag = 'baton_outbox_lag_seconds{service="scheduling"}';

  expect(await metrics.registry.metrics()).toContain(`${lag} 2\n`);
  waitedSeconds = 90;
  expect(await metrics.registry.metrics()).toContain(`${lag} 90\n`);
});
