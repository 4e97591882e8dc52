import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serviceNames } from '@baton/contracts';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type RunningSystem, startStack } from '../stack/start-stack.js';
import { quickClocks } from '../start/quick-clocks.js';
import { playStory } from './play-story.js';
import { seededRandom } from './seeded-random.js';

const storyMs = 240_000;

describe('the story of one takeover weekend', () => {
  let folder: string;
  let system: RunningSystem | undefined;

  const start = async (): Promise<RunningSystem> => {
    folder = await mkdtemp(join(tmpdir(), 'baton-story-'));
    await chmod(folder, 0o755);
    system = await startStack({ dataDir: folder, analystFeed: 'story-test', env: quickClocks });
    return system;
  };

  afterEach(async () => {
    await system?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it(
    'holds through real services, a real bus, a real database and the real X client',
    async () => {
      const lines: string[] = [];
      const result = await playStory(await start(), {
        narrate: (line) => lines.push(line),
        windowSeconds: 45,
      });
      expect({ ...result, told: result.held ? '' : [...lines, result.failure].join('\n') }).toMatchObject({
        held: true,
        steps: 84,
        told: '',
      });
    },
    storyMs,
  );

  it(
    'holds although each service is killed with -9 once, somewhere in the middle',
    async () => {
      const seed = Number(process.env['STORY_SEED'] ?? Date.now() % 100_000);
      const running = await start();
      const lines: string[] = [`seed ${seed}`];
      const killings: Promise<void>[] = [];
      const victims = victimsByStep(seed);
      const result = await playStory(running, {
        narrate: (line) => lines.push(line),
        windowSeconds: 95,
        afterStep: async (step) => {
          for (const victim of victims(step)) {
            lines.push(`    ! ${victim} is killed`);
            killings.push(running.killService(victim));
          }
        },
      });
      await Promise.all(killings);
      expect({ ...result, told: result.held ? '' : [...lines, result.failure].join('\n') }).toMatchObject({
        held: true,
        told: '',
      });
      expect(killings).toHaveLength(serviceNames.length);
    },
    storyMs,
  );
});

/** The steps between booking and the survey, and which services die after which of them: drawn by the seed. */
function victimsByStep(seed: number): (step: string) => readonly (typeof serviceNames)[number][] {
  const random = seededRandom(seed);
  const firstStep = 25;
  const lastStep = 77;
  const at = serviceNames.map((name) => ({
    name,
    step: firstStep + Math.floor(random() * (lastStep - firstStep)),
  }));
  let told = 0;
  return () => {
    told += 1;
    return at.filter(({ step }) => step === told).map(({ name }) => name);
  };
}
