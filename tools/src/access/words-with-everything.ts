import { sendTestLetter, setLetter, setMailSender, type TestLetterId } from '@baton/contracts';
import type { Person } from '../story/people.js';
import { fresh } from '../story/story-world.js';
import type { Place } from './charity-with-everything.js';

/** Letters in the charity’s own words, one of them mailed to look at, and a sender of its own. */
export async function speakInOwnWords({ word, charityId }: Place, owner: Person) {
  const words = {
    subject: `A letter of ${word}`,
    opening: `Hello, this is how ${word} says that what you sent has come, and that all of it is safe.`,
    text: `${word} says hello.\n\n{charity}`,
  };
  const letter = { charityId, letter: 'applicationReceived', language: 'en' } as const;
  await owner.does(setLetter, { ...letter, words });
  await owner.does(setMailSender, { charityId, name: word, replyTo: `hello@${word}.example` });
  const testLetterId = fresh<TestLetterId>();
  await owner.does(sendTestLetter, { ...letter, testLetterId, words });
  return { testLetterId };
}
