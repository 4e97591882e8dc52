import { viewOnAir } from '@baton/contracts';
import { Person } from '../people.js';
import type { CharityAboard, Stage, TakeoverBooked } from '../story-world.js';
import { waitFor } from '../wait-for.js';

/** The clock reaches the window: the takeover opens by itself and the introduction post appears. */
export async function handover(
  stage: Stage,
  charity: CharityAboard,
  takeover: TakeoverBooked,
): Promise<void> {
  const { tell, facts, x, system } = stage;
  tell.act(3, 'The clock reaches the window');
  const leftMs = takeover.opensAt.getTime() - Date.now();
  if (leftMs > 0) tell.wait(`the window begins in ${Math.ceil(leftMs / 1000)} s`);
  await tell.step('The takeover opens by itself', async () => {
    const opened = await facts.hear('takeover.opened', { takeoverId: takeover.takeoverId }, 60_000);
    const lateMs = Date.parse(String(opened.data['openedAt'])) - takeover.opensAt.getTime();
    if (lateMs < 0) throw new Error(`it opened ${-lateMs} ms too early`);
    return {
      value: undefined,
      by: 'scheduling',
      fact: 'takeover.opened',
      detail: `${lateMs} ms after the window began`,
    };
  });
  await tell.step('The introduction post appears on the timeline', async () => {
    const text = await waitFor('the introduction on the timeline', 30_000, async () =>
      (await x.postsOf(charity.handle))
        .map((post) => post.text)
        .find((words) => words.includes('in the hands of')),
    );
    if (text.includes('Robin')) throw new Error('the introduction names an anonymous curator');
    return { value: undefined, by: 'posting-gateway', fact: 'post.published', detail: `“${text}”` };
  });
  await tell.step('The public page says that a curator is on air, without a name', async () => {
    const { now } = await new Person(system.gatewayOrigin).does(viewOnAir, { charityId: charity.charityId });
    if (!now || now.knownAs !== null) throw new Error(`it says ${JSON.stringify(now)}`);
    return { value: undefined, by: 'scheduling', detail: `${system.gatewayOrigin}/c/${charity.slug}` };
  });
}
