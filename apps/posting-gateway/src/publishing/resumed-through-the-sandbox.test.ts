import type { PostId } from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AccountOnSandbox } from '../rehearsal/account-on-sandbox.js';
import type { CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { publishingSteps } from '../rehearsal/crash.js';
import { SandboxStage } from '../rehearsal/sandbox-stage.js';

let stage: SandboxStage;
beforeAll(async () => {
  stage = await SandboxStage.open();
});
afterAll(() => stage.close());

const parts = ['One', 'Two', 'Three', 'Four', 'Five'];
const mended = ['One', 'Two', 'Three, in other words', 'Four', 'Five'];

async function stoppedAtThree(): Promise<{ charity: CharityOnStage<AccountOnSandbox>; three: PostId }> {
  const charity = await stage.aCharity();
  charity.account.goes([{}, {}, { status: 403 }]);
  const [, , three] = await charity.submit(...parts);
  await stage.work();
  expect(await charity.states()).toEqual(['published', 'published', 'rejected', 'withdrawn', 'withdrawn']);
  if (!three) throw new Error('no third part');
  return { charity, three };
}

/** On X is the beginning of the mended thread, each part once, each answering the one before it. */
function threadOnX({ account }: CharityOnStage<AccountOnSandbox>): string[] {
  const thread = account.posts();
  const answered = thread.map(({ inReplyTo }) => inReplyTo?.postId);
  expect(answered).toEqual([undefined, ...thread.slice(0, -1).map(({ id }) => id)]);
  const texts = thread.map(({ written }) => written);
  expect(texts).toEqual(mended.slice(0, texts.length));
  return texts;
}

const goOn = async (charity: CharityOnStage<AccountOnSandbox>, three: PostId) => {
  const words = { parts: [{ postId: three, text: 'Three, in other words' }] };
  expect(await charity.resume(three, words)).toMatchObject({ ok: true });
};

describe('a thread of five whose third part X refuses, through the real client and X’s wire format', () => {
  it('R4 is mended and goes on: all five on X once, in order, each replying to the one before', async () => {
    const { charity, three } = await stoppedAtThree();
    await goOn(charity, three);
    await stage.work();
    expect(threadOnX(charity)).toEqual(mended);
    // One for each part, and the one that X refused.
    expect(charity.account.calls()).toHaveLength(6);
  });

  it.each(publishingSteps)('R4 goes on although a process dies at the step %s', async (step) => {
    const { charity, three } = await stoppedAtThree();
    await goOn(charity, three);
    stage.crashes.at(step, { accountId: charity.accountId });
    await stage.work();
    while ((await stage.busy()).has(charity.charityId)) {
      await stage.passToNext();
      await stage.work();
    }
    // Between writing an attempt down and calling X nobody can tell: a person looks, and sends it again.
    if (step === 'attemptRecorded') {
      expect(threadOnX(charity)).toEqual(['One', 'Two']);
      await charity.resolve(three, 'sendAgain');
      await stage.work();
    }
    expect(threadOnX(charity)).toEqual(mended);
  });
});
