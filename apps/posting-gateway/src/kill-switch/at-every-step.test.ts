import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { publishingSteps } from '../rehearsal/crash.js';
import { PublishingStage } from '../rehearsal/publishing-stage.js';

let stage: PublishingStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
afterAll(() => stage.close());

/** From this step on X may have been asked. */
const isUnderWay = (step: (typeof publishingSteps)[number]): boolean =>
  publishingSteps.indexOf(step) >= publishingSteps.indexOf('attemptRecorded');

const modes = ['hold', 'pause', 'takenBack'] as const;
const pressedAt = publishingSteps.flatMap((step) => modes.map((mode) => [mode, step] as const));

/** Two posts are going, and something happens at a step of the first. */
async function struckAt(
  step: (typeof publishingSteps)[number],
  strike: (charity: CharityOnStage) => Promise<void>,
) {
  const charity = await stage.aCharity();
  const posts = [...(await charity.submit('First')), ...(await charity.submit('Second'))];
  stage.crashes.when(step, () => strike(charity), { accountId: charity.accountId });
  await stage.publish();
  await stage.letEverythingSettle();
  return { charity, posts };
}

describe('R6 stopped exactly between two steps of publishing', () => {
  it.each(pressedAt)(
    '%s by two people at the step %s: only what was under way is out',
    async (mode, step) => {
      const { charity, posts } = await struckAt(step, async (pressed) => {
        const [first, second] = [...(await pressed.posts())].map(({ postId }) => postId);
        const [one, two] = await Promise.all([pressed.setSwitch(mode), pressed.setSwitch(mode)]);
        expect(one).toEqual(two);
        const [stopped, going] = isUnderWay(step) ? [[second], [first]] : [[first, second], []];
        expect(one.stopped).toEqual(stopped);
        expect([...one.alreadyOut, ...one.unknown]).toEqual(going);
      });
      expect(posts).toHaveLength(2);
      expect(charity.account.texts()).toEqual(isUnderWay(step) ? ['First'] : []);
    },
  );

  it.each(publishingSteps)(
    'pressed at the step %s, where the process then dies: the second never goes',
    async (step) => {
      const { charity } = await struckAt(step, async (pressed) => {
        await pressed.setSwitch('pause');
        await stage.crashes.dies();
      });
      const wasAsked = step === 'answered' || step === 'outcomeRecorded';
      expect(charity.account.texts()).toEqual(wasAsked ? ['First'] : []);
    },
  );

  it.each(publishingSteps)(
    'the takeover ends at the step %s: only what was under way is out',
    async (step) => {
      const { charity } = await struckAt(step, (ending) => ending.close());
      expect(charity.account.texts()).toEqual(isUnderWay(step) ? ['First'] : []);
    },
  );
});
