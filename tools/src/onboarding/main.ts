import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStack } from '../stack/start-stack.js';
import { quickClocks } from '../start/quick-clocks.js';
import { onboardTwo } from './onboard-two.js';

/** `npm run onboard:two`: a system of its own, which is forgotten afterwards, and two charities that come aboard in it. */
const dataDir = await mkdtemp(join(tmpdir(), 'baton-onboarding-'));
await chmod(dataDir, 0o755);
const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => interruption.abort());
const say = (line: string): void => console.log(line);
try {
  const { signal } = interruption;
  const env = { ...quickClocks, ANYONE_PER_MINUTE: '100000' };
  const system = await startStack({
    dataDir,
    analystFeed: 'onboarding',
    env,
    signal,
    onProgress: (what) => say(`  … ${what}`),
  });
  signal.addEventListener('abort', () => void system.stop());
  try {
    const result = await onboardTwo(system, { narrate: say });
    say(
      result.held
        ? `\n  ✓ all ${result.steps} steps held, in ${(result.durationMs / 1000).toFixed(1)} s`
        : `\n  ✗ ${result.failure}`,
    );
    process.exitCode = result.held ? 0 : 1;
  } finally {
    await system.stop();
  }
} finally {
  await rm(dataDir, { recursive: true, force: true });
}
