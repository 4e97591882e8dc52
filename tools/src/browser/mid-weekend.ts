import type { CallId } from '@baton/contracts';
import { charityComesAboard } from '../story/acts/1-charity-and-account.js';
import { fromApplicantToBooked } from '../story/acts/2-from-applicant-to-booked.js';
import { handover } from '../story/acts/3-handover.js';
import { aWeekendOfPosts } from '../story/acts/4-a-weekend-of-posts.js';
import { send } from '../story/acts/posting.js';
import { FactsHeard } from '../story/facts-heard.js';
import { Narrator } from '../story/narrator.js';
import { SandboxControl } from '../story/sandbox-control.js';
import type { StorySystem } from '../story/story-system.js';
import type { CharityAboard, TakeoverBooked } from '../story/story-world.js';

export type CharityWithCall = CharityAboard & { readonly callId: CallId };

/** How long the takeover stays open for whoever looks around. */
const windowSeconds = 120;

/** Plays the story until the pages have something to show: posts of every kind are out, and one waits for a person. */
export async function playUntilMidWeekend(
  system: StorySystem,
): Promise<{ charity: CharityWithCall; takeover: TakeoverBooked }> {
  const facts = await FactsHeard.listen(system.natsUrl);
  const tell = new Narrator({ narrate: () => undefined, windowSeconds });
  const stage = { system, tell, facts, x: new SandboxControl(system.sandboxOrigin), windowSeconds };
  try {
    const charity = await charityComesAboard(stage);
    const takeover = await fromApplicantToBooked(stage, charity);
    await handover(stage, charity, takeover);
    const weekend = { stage, charity, takeover };
    await aWeekendOfPosts(weekend);
    await send(weekend, 'Write to me at robin.the.curator@example.org, I answer everybody.');
    await send(weekend, 'Another bad night. I don’t want to be here any more.');
    return { charity, takeover };
  } finally {
    await facts.stop();
  }
}
