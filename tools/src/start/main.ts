import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createClient, listCharities } from '@baton/contracts';
import { type RunningSystem, startStack } from '../stack/start-stack.js';
import { playStory, seedCharity } from '../story/play-story.js';
import type { StoryResult } from '../story/story-system.js';
import { countStart, dataFolderOf } from './checkout-data.js';
import { quickClocks } from './quick-clocks.js';
import { readArguments, type StartArguments } from './read-arguments.js';
import { tableOfAddresses } from './table-of-addresses.js';

const checkout = fileURLToPath(new URL('../../../', import.meta.url));
/** What a shell expects of a program that Ctrl-C ended. */
const interruptedCode = 130;

const asked = readOrExit();

const folder = dataFolderOf(checkout);
if (folder.note) say(folder.note);

const interruption = new AbortController();
const interrupted = once(interruption.signal, 'abort');
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => interruption.abort());
// The bootstrap that started this process holds a channel to it, which the kernel closes if the bootstrap is killed.
process.on('disconnect', () => interruption.abort());

// A terminal that was closed takes no more words, and everything still has to be stopped in order.
process.stdout.on('error', () => undefined);

process.exit(await run());

/** Resolves with the exit code. */
async function run(): Promise<number> {
  const startedAt = performance.now();
  const system = await start().catch((fault: unknown) => {
    if (!interruption.signal.aborted) say(`\n${fault instanceof Error ? fault.message : String(fault)}`);
  });
  if (!system) return interruption.signal.aborted ? interruptedCode : 1;
  say(`  ✓ ready after ${seconds(performance.now() - startedAt)} s (${system.parts.join(', ')})`);
  try {
    return await use(system);
  } finally {
    say('  … stopping');
    await system.stop();
  }
}

function start(): Promise<RunningSystem> {
  return startStack({
    dataDir: folder.path,
    databaseUrl: process.env['DATABASE_URL'],
    natsUrl: process.env['NATS_URL'],
    analystFeed: `story-${countStart(folder.path)}`,
    env: quickClocks,
    onProgress: (what) => say(`  … ${what}`),
    onServiceEvent: (name, event) => event !== 'started' && say(`  ! ${name} ${event}`),
    signal: interruption.signal,
  });
}

async function use(system: RunningSystem): Promise<number> {
  if (asked.noStory) await seed(system);
  else {
    const ended = await Promise.race([tell(system), interrupted.then(() => undefined)]);
    if (!ended) return interruptedCode;
    if (asked.once) return ended.held ? 0 : 1;
  }
  say(await tableOfAddresses(system));
  await interrupted;
  return 0;
}

async function tell(system: RunningSystem): Promise<StoryResult> {
  say('\nThe story: one takeover weekend, squeezed into less than a minute');
  const result = await playStory(system, { narrate: say, windowSeconds: 45 });
  say(
    result.held
      ? `\n  ✓ all ${result.steps} steps held, in ${seconds(result.durationMs)} s`
      : `\n  ✗ after ${result.steps} steps the story broke: ${result.failure}\n    logs: ${system.logFolder}`,
  );
  return result;
}

async function seed(system: RunningSystem): Promise<void> {
  const client = createClient({ origin: system.gatewayOrigin, token: system.operatorToken });
  const aboard = await client.call(listCharities, {});
  if (aboard.ok && aboard.value.charities.length === 0)
    await seedCharity(system, { narrate: say, windowSeconds: 45 });
}

function readOrExit(): StartArguments {
  const read = readArguments(process.argv.slice(2));
  if (!('problem' in read)) return read;
  say(read.problem);
  process.exit(2);
}

function say(line: string): void {
  console.log(line);
}

function seconds(durationMs: number): string {
  return (durationMs / 1000).toFixed(1);
}
