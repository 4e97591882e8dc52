import { sendTestLetter, type TestLetterId } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GatewayOnStage } from '../rehearsal/gateway-on-stage.js';

let gateway: GatewayOnStage;
beforeAll(async () => {
  gateway = await GatewayOnStage.open();
});
afterAll(() => gateway.close());

const words = {
  subject: 'Good news',
  opening: 'Hello {penName}, we would love you to join us, and here is all that comes next for you.',
  text: 'Come in:\n{signIn}\n\n{charity}',
};
const letter = 'applicationAccepted';

async function aManager(slug: string) {
  const { charityId } = await gateway.aCharity(slug);
  const email = `manager@${slug}.example`;
  const memberId = await gateway.aMember(charityId, 'manager', email);
  const token = await gateway.aSession(charityId, { memberId });
  const send = (more: { words?: typeof words; letter?: string; testLetterId?: TestLetterId } = {}) =>
    gateway.call(
      sendTestLetter,
      { charityId, letter, language: 'en', testLetterId: newId<TestLetterId>(), words, ...more },
      token,
    );
  return { charityId, email, send };
}

describe('a letter to look at', () => {
  it('goes to whoever of the team asks, with samples in it and marked as a test', async () => {
    const { email, send } = await aManager('tester');
    expect(await send()).toMatchObject({ status: 200, body: { next: 'checkYourMail' } });
    const [text] = await gateway.post.textsFor(email);
    expect(text).toMatch(
      /^Hello Robin, we would love you[\s\S]*Come in:\nhttps:\/\/baton\.example[\s\S]*Shine MS/,
    );
  });

  it('asked for again under its id is one mail', async () => {
    const { email, send } = await aManager('twice');
    const testLetterId = newId<TestLetterId>();
    for (let twice = 0; twice < 2; twice += 1) await send({ testLetterId });
    await send({ words: { ...words, text: 'The last one:\n{signIn}' } });
    const texts = await gateway.post.textsFor(email, 2);
    expect(texts.toSorted().map((text) => /Come in|The last one/.exec(text)?.[0])).toEqual([
      'Come in',
      'The last one',
    ]);
  });

  it('goes ten times an hour, and then not before the hour is over', async () => {
    const { send } = await aManager('often');
    for (let times = 0; times < 10; times += 1) expect(await send()).toMatchObject({ status: 200 });
    expect(await send()).toMatchObject({ status: 429 });
    await gateway.database.shiftClock(3_601_000);
    expect(await send()).toMatchObject({ status: 200 });
    await gateway.database.shiftClock(0);
  });

  it('goes ten times an hour however many are asked for at once', async () => {
    const { send } = await aManager('at-once');
    const answers = await Promise.all(Array.from({ length: 16 }, () => send()));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(10);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(6);
  });

  it('that could not go is refused, with the part that is wrong', async () => {
    const { send } = await aManager('broken');
    const answer = await send({ words: { ...words, text: 'Hello {penname}' } });
    expect(answer).toMatchObject({ status: 400, body: { refusal: { code: 'badInput' } } });
    expect(answer.text).toContain('words.text');
    expect(await send({ letter: 'noSuchLetter' })).toMatchObject({ status: 404 });
  });
});
