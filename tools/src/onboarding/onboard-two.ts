import { verifyAudit } from '@baton/contracts';
import { Narrator, StoryBroken } from '../story/narrator.js';
import { SandboxControl } from '../story/sandbox-control.js';
import type { StoryOptions, StoryResult, StorySystem } from '../story/story-system.js';
import { seesNothingOf, triesEverythingOf } from './neither-sees-the-other.js';
import { type CharityOnboarded, onboardCharity } from './onboard-charity.js';

/** Two charities come aboard from nothing, each with an account of its own, and neither can see the other. */
export async function onboardTwo(
  system: StorySystem,
  options: Pick<StoryOptions, 'narrate'>,
): Promise<StoryResult> {
  const startedAt = performance.now();
  const tell = new Narrator({ ...options, windowSeconds: 0 });
  const stage = { system, tell, x: new SandboxControl(system.sandboxOrigin) };
  try {
    tell.act(1, 'Lantern MS comes aboard');
    const lantern = await onboardCharity(stage, {
      name: 'Lantern MS',
      slug: 'lantern-ms',
      zone: 'Europe/London',
      country: 'GB',
      registrationNumber: '1139257',
      colour: '#0b4f6c',
    });
    tell.act(2, 'Fatigue Fellowship comes aboard');
    const fellowship = await onboardCharity(stage, {
      name: 'Fatigue Fellowship',
      slug: 'fellowship',
      zone: 'America/New_York',
      country: 'US',
      registrationNumber: '84-1234567',
      colour: '#7a1f3d',
    });
    tell.act(3, 'Neither can see the other');
    await apart(stage, lantern, fellowship);
    await apart(stage, fellowship, lantern);
    return { held: true, steps: tell.steps, durationMs: performance.now() - startedAt };
  } catch (error) {
    if (!(error instanceof StoryBroken)) throw error;
    return {
      held: false,
      failure: error.message,
      steps: tell.steps,
      durationMs: performance.now() - startedAt,
    };
  }
}

async function apart(
  { tell, system, x }: { tell: Narrator; system: StorySystem; x: SandboxControl },
  mine: CharityOnboarded,
  other: CharityOnboarded,
): Promise<void> {
  const { gatewayOrigin } = system;
  await tell.step(`${mine.name}’s owner and moderator try every door of ${other.name}`, async () => {
    const doors = await triesEverythingOf(gatewayOrigin, mine.owner, other);
    await triesEverythingOf(gatewayOrigin, mine.moderator, other);
    return { value: undefined, detail: `${doors} closed doors, twice: every one stayed shut` };
  });
  await tell.step(`What ${mine.name} reads of its own holds no word of ${other.name}`, async () => {
    const lists = await seesNothingOf(gatewayOrigin, mine, other);
    const posts = await x.postsOf(mine.handle);
    if (posts.length > 0) throw new Error('something was posted');
    return { value: undefined, detail: `${lists} lists read` };
  });
  await tell.step(`${mine.name}’s audit proves itself`, async () => {
    const verdict = await mine.owner.does(verifyAudit, { charityId: mine.charityId, anchors: [] });
    if (!verdict.holds) throw new Error('the chain is broken');
    return { value: undefined, detail: `${verdict.head.number} lines` };
  });
}
