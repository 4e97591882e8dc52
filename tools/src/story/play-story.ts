import { charityComesAboard } from './acts/1-charity-and-account.js';
import { fromApplicantToBooked } from './acts/2-from-applicant-to-booked.js';
import { handover } from './acts/3-handover.js';
import { aWeekendOfPosts } from './acts/4-a-weekend-of-posts.js';
import { allAPostCanBe } from './acts/4-all-a-post-can-be.js';
import { aThreadThatFails } from './acts/5-a-thread-that-fails.js';
import { badWeather } from './acts/5-bad-weather.js';
import { killSwitch } from './acts/6-kill-switch.js';
import { restAndBudget } from './acts/6-rest-and-budget.js';
import { theWindowCloses } from './acts/7-the-window-closes.js';
import { theRotaKeepsItself } from './acts/8-the-rota-keeps-itself.js';
import { afterwards } from './acts/9-afterwards.js';
import { FactsHeard } from './facts-heard.js';
import { Narrator, StoryBroken } from './narrator.js';
import { SandboxControl } from './sandbox-control.js';
import type { StoryOptions, StoryResult, StorySystem } from './story-system.js';
import type { Stage } from './story-world.js';

/** One takeover weekend through the running system, compressed into a window of some seconds. */
export async function playStory(system: StorySystem, options: StoryOptions): Promise<StoryResult> {
  return perform(system, options, async (stage) => {
    const charity = await charityComesAboard(stage);
    const takeover = await fromApplicantToBooked(stage, charity);
    await handover(stage, charity, takeover);
    const weekend = { stage, charity, takeover };
    await aWeekendOfPosts(weekend);
    await allAPostCanBe(weekend);
    await badWeather(weekend);
    await aThreadThatFails(weekend);
    await restAndBudget(weekend);
    await killSwitch(weekend);
    await theWindowCloses(weekend);
    await theRotaKeepsItself({ ...weekend, charity });
    await afterwards(weekend);
  });
}

/** The first act alone: a charity to look at, where none is aboard. */
export const seedCharity = (system: StorySystem, options: StoryOptions): Promise<StoryResult> =>
  perform(system, options, async (stage) => {
    await charityComesAboard(stage);
  });

async function perform(
  system: StorySystem,
  options: StoryOptions,
  acts: (stage: Stage) => Promise<void>,
): Promise<StoryResult> {
  const startedAt = performance.now();
  const tell = new Narrator(options);
  const facts = await FactsHeard.listen(system.natsUrl);
  const x = new SandboxControl(system.sandboxOrigin);
  const ended = () => ({ steps: tell.steps, durationMs: performance.now() - startedAt });
  try {
    await acts({ system, tell, facts, x, windowSeconds: options.windowSeconds });
    return { held: true, ...ended() };
  } catch (error) {
    if (!(error instanceof StoryBroken)) throw error;
    return { held: false, failure: error.message, ...ended() };
  } finally {
    await facts.stop();
  }
}
