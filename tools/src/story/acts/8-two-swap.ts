import { answerSwap, listTakeovers, proposeSwap, type SwapId, type TakeoverId } from '@baton/contracts';
import { textsMailed } from '../people.js';
import { fresh, type ReadyCurator } from '../story-world.js';
import { waitFor } from '../wait-for.js';
import { type Ahead, type Booked, dayOf, type Two } from './8-weekends-ahead.js';

/** Lee would rather have the weekend that is Kim's. */
export async function twoSwap(ahead: Ahead, { kim, lee }: Two): Promise<Two> {
  const { stage, charity } = ahead;
  const { charityId } = charity;
  const swapId = fresh<SwapId>();
  await stage.tell.step('Lee would swap; Kim is asked by mail, and nothing has changed yet', async () => {
    const swap = { charityId, swapId, takeoverId: lee.takeoverId, slotId: kim.slotId };
    await lee.who.person.does(proposeSwap, swap);
    const letter = await mailTo(ahead, kim.who, 'would like to swap with you');
    if (!letter.includes(dayOf(lee.opensAt)))
      throw new Error('it does not say which weekend they would have');
    if ((await takeoverOf(ahead, kim)) !== kim.takeoverId) throw new Error('it has changed already');
    const detail = `“${/somebody would like.*/.exec(letter)?.[0]}”`;
    return { value: undefined, by: 'scheduling', fact: 'swap.asked', detail };
  });
  return stage.tell.step('Kim says yes: each has the other’s weekend, and a letter about it', async () => {
    await kim.who.person.does(answerSwap, { charityId, swapId, yes: true });
    const now = {
      kim: { ...lee, who: kim.who, takeoverId: await takeoverOf(ahead, { ...lee, who: kim.who }) },
      lee: { ...kim, who: lee.who, takeoverId: await takeoverOf(ahead, { ...kim, who: lee.who }) },
    };
    for (const { who, opensAt } of [now.kim, now.lee])
      await mailTo(ahead, who, 'your booking stands', dayOf(opensAt));
    const detail = `Kim ${dayOf(now.kim.opensAt)}, Lee ${dayOf(now.lee.opensAt)}; nobody of the team had to decide`;
    return { value: now, by: 'scheduling', fact: 'takeover.scheduled × 2', detail };
  });
}

/** The one takeover that stands for a slot; it has to be of whom it is thought to be. */
export async function takeoverOf(
  { charity }: Ahead,
  { slotId, who }: Pick<Booked, 'slotId' | 'who'>,
): Promise<TakeoverId> {
  const { takeovers } = await charity.manager.does(listTakeovers, {
    charityId: charity.charityId,
    ...{ state: 'live', order: 'soonestFirst', limit: 200 },
  });
  const [one, ...others] = takeovers.filter((each) => each.slotId === slotId);
  if (one?.curatorId !== who.curatorId || others.length > 0)
    throw new Error(`the weekend is ${one?.penName ?? 'nobody'}’s, not ${who.penName}’s`);
  return one.takeoverId;
}

/** The letter in which all these words stand. */
export const mailTo = ({ stage }: Ahead, { penName, email }: ReadyCurator, ...words: string[]) =>
  waitFor(`the letter to ${penName}`, 20_000, async () =>
    (await textsMailed(stage.system, email)).find((text) => words.every((each) => text.includes(each))),
  );
