import { type IdentityToKeep, piecesOfIdentity, printKeyOf, printRecipe, printsOf } from '@baton/checks';
import {
  curatorFingerprinted,
  type FactOf,
  type IdentityLevel,
  type PostId,
  sampleEnvelope,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { POSTING_CONFIG, type PostingConfig } from '../config.js';
import { CheckPost } from '../posts/check-post.js';
import type { CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { PublishingStage } from '../rehearsal/publishing-stage.js';
import { OnCuratorFingerprinted } from './on-curator-fingerprinted.js';

let stage: PublishingStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
afterAll(() => stage.close());

const salt = 'b0rgcl2SRzqqfV9GJ6D5Wg';
const ada = {
  ...{ name: 'Adelheid Zwetschgenbaum', email: 'zwetschge.ah@example.org', phone: '07700 900473' },
  penName: 'Robin',
};

/** As recruitment tells it. */
async function becomesKnown(charity: CharityOnStage, as: Partial<IdentityToKeep> = {}, revision = 1) {
  const { charityId, curatorId } = charity;
  const level: IdentityLevel = as.level ?? 'penName';
  const { BATON_FINGERPRINT_KEY: secret } = stage.app.get<PostingConfig>(POSTING_CONFIG);
  const prints = printsOf(
    piecesOfIdentity({ ...ada, level, ...as }),
    printKeyOf(secret, [charityId, curatorId, salt]),
  );
  const data = { curatorId, identityLevel: level, recipe: printRecipe, salt, prints };
  const fact = { ...sampleEnvelope(curatorFingerprinted), charityid: charityId, revision, data };
  await stage.database.inCharity(charityId, (tx) =>
    stage.app.get(OnCuratorFingerprinted).handle(fact as FactOf<typeof curatorFingerprinted>, tx),
  );
}

async function aKnownCurator(as: Partial<IdentityToKeep> = {}): Promise<CharityOnStage> {
  const charity = await stage.aCharity();
  await becomesKnown(charity, as);
  return charity;
}

const checked = async (charity: CharityOnStage, text: string) => {
  const { charityId, takeoverId } = charity;
  const input = { charityId, takeoverId, text, mediaIds: [], poll: null };
  const answer = await stage.app.get(CheckPost).handle(input, charity.asCurator());
  return answer.ok ? answer.value.findings.filter(({ check }) => check === 'ownIdentity') : [];
};

describe('a curator who would tell who they are', () => {
  it('P3: is held before anybody outside reads it, also misspelt and in disguise', async () => {
    const charity = await aKnownCurator();
    await charity.submit('I am Adelheid, hello');
    await charity.submit('zwetchgenbaum speaking');
    await charity.submit('Find me: zwetschge.ah');
    await charity.submit('Good morning from my kitchen');
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Good morning from my kitchen']);
    expect(await charity.states()).toEqual(['held', 'held', 'held', 'published']);
  });

  it('is told while they type, in words that do not repeat what they typed', async () => {
    const charity = await aKnownCurator();
    const [finding, ...more] = await checked(charity, 'Yours, Adelheid');
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      ...{ severity: 'high', verdict: 'hold', span: { from: 7, to: 15 } },
      explanation: 'This looks like your own first name. You chose to be known by your pen name only.',
    });
    expect(JSON.stringify(finding)).not.toContain('Adelheid');
  });

  it('P3: is not confirmed to the team: they read that it may tell, not what tells', async () => {
    const charity = await aKnownCurator();
    await charity.submit('Yours, Adelheid Zwetschgenbaum');
    const { held } = await charity.queue();
    expect(held.map(({ findings }) => findings)).toEqual([
      [expect.objectContaining({ check: 'ownIdentity', verdict: 'hold', span: null })],
    ]);
    expect(JSON.stringify(held[0]?.findings)).not.toMatch(/name|phone|mail/);
  });

  it('is held after an edit that tells it, and in a poll', async () => {
    const charity = await aKnownCurator();
    await charity.setPolicy({ undoSeconds: 60 });
    const [postId] = await charity.submit('Hello');
    await charity.edit(postId as PostId, 'Hello from Adelheid');
    const poll = { options: ['Tea', 'Zwetschgenbaum'], durationMinutes: 60 };
    await charity.hand({ posts: [{ postId: newId<PostId>(), text: 'Which?', poll }] });
    expect(await charity.states()).toEqual(['held', 'held']);
  });

  it('may say what they chose to be known by, and no more', async () => {
    const charity = await aKnownCurator({ level: 'firstName' });
    expect(await checked(charity, 'Adelheid here')).toEqual([]);
    expect(await checked(charity, 'Adelheid Zwetschgenbaum here')).toHaveLength(1);
    const named = await aKnownCurator({ level: 'named' });
    expect(await checked(named, 'Adelheid Zwetschgenbaum here')).toEqual([]);
    expect(await checked(named, 'Ring me: +44 7700 900 473')).toHaveLength(1);
  });

  it('is compared with who they are now, in whatever order that is heard', async () => {
    const charity = await aKnownCurator();
    await becomesKnown(charity, { name: 'Bartholomew Quillfeather' }, 3);
    await becomesKnown(charity, { name: 'Cassiopeia Underhill' }, 2);
    expect(await checked(charity, 'It is Bartholomew')).toHaveLength(1);
    expect(await checked(charity, 'It is Cassiopeia')).toEqual([]);
  });

  it('is nobody’s business elsewhere: another curator may say the name', async () => {
    const [, other] = [await aKnownCurator(), await aKnownCurator({ name: 'Bartholomew Quillfeather' })];
    expect(await checked(other, 'My friend Adelheid')).toEqual([]);
  });
});

describe('the charity’s introduction', () => {
  it('P3: never tells a pen name that holds a surname', async () => {
    const charity = await aKnownCurator({ name: 'Alex Robin' });
    await charity.open();
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Meet our curator']);
  });

  it.each(['robin@example.org', 'Ring 020 7946 0018', 'Ro\u202Ebin', 'I want to kill myself'])(
    'never tells a name that no post could say: %j',
    async (penName) => {
      const charity = await stage.aCharity();
      await charity.goesBy(penName);
      await charity.open();
      await stage.publish();
      expect(charity.account.texts()).toEqual(['Meet our curator']);
    },
  );

  it.each(['Zoë 🌻', 'Mum of two', 'O’Neill'])('tells any other: %s', async (penName) => {
    const charity = await stage.aCharity();
    await charity.goesBy(penName);
    await charity.open();
    await stage.publish();
    expect(charity.account.texts()).toEqual([`Meet ${penName}`]);
  });

  it('tells a pen name that is their first name, as they chose', async () => {
    const charity = await aKnownCurator({ name: 'Robin Zwetschgenbaum' });
    await charity.open();
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Meet Robin']);
  });
});

describe('what is kept of who a curator is', () => {
  const kept = (charity: CharityOnStage) =>
    stage.database.inCharity(charity.charityId, (tx) =>
      tx.query('SELECT has_left, sealed_prints IS NULL AS gone FROM own_identity'),
    );
  const keys = (charity: CharityOnStage) =>
    stage.database.inCharity(charity.charityId, (tx) =>
      tx.query(`SELECT FROM data_key WHERE owner = $1`, [`own-identity:${charity.curatorId}`]),
    );

  it('P5: is shredded when they leave, and what is heard late brings nothing back', async () => {
    const charity = await aKnownCurator();
    expect(await keys(charity)).toHaveLength(1);
    await charity.leaves('keep');
    await becomesKnown(charity, {}, 2);
    expect(await kept(charity)).toEqual([{ has_left: true, gone: true }]);
    expect(await keys(charity)).toEqual([]);
  });
});
