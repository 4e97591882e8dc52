import { listPolicyVersions, type PostId, previewPolicy, setPolicy } from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PublishingStage } from '../rehearsal/publishing-stage.js';
import { ListPolicyVersions } from './list-policy-versions.js';
import { PreviewPolicy } from './preview-policy.js';
import { SetPolicy } from './set-policy.js';

let stage: PublishingStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
afterAll(() => stage.close());

async function aCharityWithAPast() {
  const charity = await stage.aCharity();
  await charity.setPolicy({ contactDetails: 'warn' });
  const ids: PostId[] = [];
  for (const text of ['Good morning', 'Mail robin@example.org']) {
    ids.push(...(await charity.submit(text)));
    await stage.publish();
  }
  const { charityId } = charity;
  const set = (change: Record<string, unknown>) =>
    stage.app.get(SetPolicy).handle(setPolicy.input.parse({ charityId, ...change }), charity.asManager());
  const preview = async (change: Record<string, unknown>) => {
    const input = previewPolicy.input.parse({ charityId, ...change });
    const answer = await stage.app.get(PreviewPolicy).handle(input);
    if (!answer.ok) throw new Error(`refused: ${answer.refusal.code}`);
    return answer.value;
  };
  return { charity, charityId, ids, set, preview };
}

describe('trying a policy before it is saved', () => {
  it('shows what it would have done with the posts of the past, and changes nothing', async () => {
    const { ids, charityId, preview } = await aCharityWithAPast();
    const before = await stage.app.get(ListPolicyVersions).handle({ charityId });
    expect(await preview({ policy: { contactDetails: 'block' } })).toMatchObject({
      posts: 2,
      before: { allow: 1, warn: 1, hold: 0, block: 0 },
      after: { allow: 1, warn: 0, hold: 0, block: 1 },
      different: [
        {
          ...{ postId: ids[1], text: 'Mail robin@example.org', before: 'warn', after: 'block' },
          checks: ['contactDetails'],
        },
      ],
      concerns: [],
    });
    expect(await stage.app.get(ListPolicyVersions).handle({ charityId })).toEqual(before);
  });

  it('says that with it every post would wait for a person', async () => {
    const { preview } = await aCharityWithAPast();
    expect(await preview({ preset: 'strict' })).toMatchObject({
      preset: 'strict',
      after: { allow: 0, warn: 0, hold: 1, block: 1 },
      concerns: [expect.stringContaining('No post would go out by itself')],
    });
  });
});

describe('saving a policy that nobody may have meant', () => {
  const nothingStops = {
    policy: {
      ...{
        crisis: 'warn',
        ownIdentity: 'warn',
        contactDetails: 'warn',
        identifiers: 'warn',
        thirdParties: 'warn',
      },
      ...{ medicalAdvice: 'warn', links: 'warn', profanity: 'warn', shouting: 'warn', watchedWords: 'warn' },
      ...{ altText: 'warn', review: 'flagged' },
    },
  };

  it('asks first, and takes it from somebody who is sure', async () => {
    const { set } = await aCharityWithAPast();
    expect(await set(nothingStops)).toMatchObject({
      ok: false,
      refusal: {
        code: 'areYouSure',
        details: { concerns: [expect.stringContaining('Nothing would ever be looked at')] },
      },
    });
    expect(await set({ ...nothingStops, sure: true })).toMatchObject({ ok: true });
    expect(await set({ policy: { signOff: 'Bye' } })).toMatchObject({ ok: true });
  });

  it('does not ask about a preset that was chosen as it is', async () => {
    const { set } = await aCharityWithAPast();
    expect(await set({ preset: 'strict' })).toMatchObject({ ok: true, value: { preset: 'strict' } });
  });
});

describe('the versions of a policy', () => {
  it('are listed newest first, each with what it changed and who set it', async () => {
    const { charityId, set } = await aCharityWithAPast();
    await set({ policy: { undoSeconds: 25, links: 'hold' } });
    const input = listPolicyVersions.input.parse({ charityId });
    expect(await stage.app.get(ListPolicyVersions).handle(input)).toMatchObject({
      ok: true,
      value: {
        versions: expect.arrayContaining([
          expect.objectContaining({ changed: ['undoSeconds', 'links'], setBy: expect.any(String) }),
        ]),
      },
    });
  });
});
