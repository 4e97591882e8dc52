import {
  type AdvicePageId,
  type AdvicePictureId,
  addAdvicePicture,
  askForBuddy,
  type BuddyMessageId,
  offerToBeBuddy,
  publishAdvice,
  saveAdvicePage,
  viewBuddies,
  writeToBuddy,
} from '@baton/contracts';
import type { Person } from '../story/people.js';
import { takePhoto } from '../story/photo.js';
import { fresh } from '../story/story-world.js';
import type { Place } from './charity-with-everything.js';

/** A page of advice with a picture on it, published. */
export async function advise({ word, charityId }: Place, owner: Person) {
  const pageId = fresh<AdvicePageId>();
  const pictureId = fresh<AdvicePictureId>();
  const page = { charityId, pageId, title: `${word} advises`, body: `${word} says: rest well.` };
  await owner.does(saveAdvicePage, page);
  const bytes = (await takePhoto()).toString('base64');
  const picture = { charityId, pageId, pictureId, bytes, description: `${word} at rest` };
  await owner.does(addAdvicePicture, picture);
  await owner.does(publishAdvice, { charityId, evenSo: true });
  return { pageId, pictureId };
}

/** One who has curated is there for another, and both have written. */
export async function becomeBuddies({ word, charityId }: Place, newcomer: Person, buddy: Person) {
  await buddy.does(offerToBeBuddy, { charityId, offers: true });
  await newcomer.does(askForBuddy, { charityId, alertMyBuddy: true });
  const { buddies } = await newcomer.does(viewBuddies, { charityId });
  const pairId = buddies[0]?.pairId;
  if (!pairId) throw new Error('nobody was found to be a buddy');
  const write = async (person: Person): Promise<BuddyMessageId> => {
    const messageId = fresh<BuddyMessageId>();
    await person.does(writeToBuddy, { charityId, pairId, messageId, text: `${word} says hello` });
    return messageId;
  };
  await write(buddy);
  return { pairId, messageId: await write(newcomer) };
}
