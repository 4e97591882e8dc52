import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { startStack } from '../stack/start-stack.js';
import { quickClocks } from '../start/quick-clocks.js';
import { onboardTwo } from './onboard-two.js';

it('T1: two charities come aboard from nothing through the HTTP API, and neither can see the other', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'baton-onboarding-'));
  await chmod(dataDir, 0o755);
  const env = { ...quickClocks, ANYONE_PER_MINUTE: '100000' };
  const system = await startStack({ dataDir, analystFeed: 'onboarding-test', env });
  try {
    const lines: string[] = [];
    const result = await onboardTwo(system, { narrate: (line) => lines.push(line) });
    const told = result.held ? '' : [...lines, result.failure].join('\n');
    expect({ ...result, told }).toMatchObject({ held: true, steps: 18, told: '' });
  } finally {
    await system.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}, 180_000);
