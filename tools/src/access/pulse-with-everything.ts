import { answerPulse, listPulses, listPulseWords, type TakeoverId, viewPulse } from '@baton/contracts';
import { Person } from '../story/people.js';
import type { Place } from './charity-with-everything.js';
import { untilDone } from './until-done.js';

/** Somebody who follows the account says that the weekend helped, in words. */
export async function sayItHelped(
  { system, word, charityId }: Place,
  owner: Person,
  takeoverId: TakeoverId,
): Promise<{ answerId: string }> {
  const follower = new Person(system.gatewayOrigin);
  const code = await untilDone('the pulse to open', async () => {
    const { pulses } = await owner.does(listPulses, { charityId });
    const pulse = pulses.find((one) => one.takeoverId === takeoverId);
    if (!pulse) throw new Error('there is no pulse yet');
    return pulse.code;
  });
  const { ticket } = await follower.does(viewPulse, { code });
  const said = { device: 'A'.repeat(22), lessAlone: 'yes', words: `${word} made me laugh.` } as const;
  await untilDone('a person’s time to have passed', () =>
    follower.does(answerPulse, { code, ticket: ticket ?? '', ...said }),
  );
  const { words } = await owner.does(listPulseWords, { charityId, takeoverId });
  return { answerId: words[0]?.answerId ?? '' };
}
