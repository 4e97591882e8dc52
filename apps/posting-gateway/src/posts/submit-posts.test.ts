import { randomUUID } from 'node:crypto';
import type { CuratorId, PostId } from '@baton/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PublishingStage } from '../rehearsal/publishing-stage.js';

let stage: PublishingStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
afterAll(() => stage.close());

const newPostId = () => randomUUID() as string as PostId;

describe('handing over a post', () => {
  it('gives the same answer to the same post sent again, whatever has become of it', async () => {
    const charity = await stage.aCharity();
    const ids = [newPostId(), newPostId()];
    await charity.trySubmit(['One', 'Two'], ids);
    await stage.publish();
    const again = await charity.trySubmit(['One', 'Two'], ids);
    expect(again).toMatchObject({
      value: { posts: [{ status: { state: 'published' } }, { status: { state: 'published' } }] },
    });
    await stage.publish();
    expect(charity.account.texts()).toEqual(['One', 'Two']);
  });

  it('takes a double click once, also when both clicks are under way at the same moment', async () => {
    const charity = await stage.aCharity();
    const ids = [newPostId()];
    const answers = await Promise.all(Array.from({ length: 8 }, () => charity.trySubmit(['Hello'], ids)));
    expect(answers.map((answer) => answer.ok)).toEqual(Array(8).fill(true));
    await stage.publish();
    expect(charity.account.texts()).toEqual(['Hello']);
    const [post] = await charity.posts();
    expect(post?.timeline.filter(({ what }) => what.startsWith('Accepted'))).toHaveLength(1);
  });

  it('refuses other words under an id that was used, and half of a thread', async () => {
    const charity = await stage.aCharity();
    const [one, two] = [newPostId(), newPostId()];
    await charity.trySubmit(['One', 'Two'], [one, two]);
    for (const [texts, ids] of [
      [
        ['Other', 'Two'],
        [one, two],
      ],
      [['One'], [one]],
      [
        ['One', 'Two', 'Three'],
        [one, two, newPostId()],
      ],
      [
        ['Two', 'One'],
        [two, one],
      ],
    ] as const) {
      expect(await charity.trySubmit(texts, [...ids])).toMatchObject({ refusal: { code: 'idReused' } });
    }
    expect(await charity.posts()).toHaveLength(2);
  });

  it('refuses somebody else’s takeover and keeps nothing', async () => {
    const charity = await stage.aCharity();
    const stranger = charity.asCurator(randomUUID() as string as CuratorId);
    expect(await charity.trySubmit(['Not mine'], [newPostId()], stranger)).toMatchObject({
      refusal: { code: 'notYours' },
    });
    expect(await charity.posts()).toEqual([]);
  });

  it('refuses what X would refuse and says where', async () => {
    const charity = await stage.aCharity();
    expect(await charity.trySubmit(['Fine', 'a'.repeat(300)])).toMatchObject({
      refusal: {
        code: 'blocked',
        details: {
          posts: [{ findings: [{ check: 'length', explanation: 'This is 20 longer than X allows.' }] }],
        },
      },
    });
    expect(await charity.posts()).toEqual([]);
  });

  it('keeps no word of it readable in any table', async () => {
    const charity = await stage.aCharity();
    const canary = 'periwinkle';
    await charity.submit(`${canary} is my word`, `${canary}@example.org`);
    await charity.setSwitch('pause');
    const rows = await stage.database.inCharity(charity.charityId, async (tx) => {
      const tables = ['post', 'post_story', 'outbox', 'lane', 'timeline_search'];
      const contents = [];
      for (const table of tables) {
        contents.push(await tx.query(`SELECT convert_to(t::text, 'UTF8') AS row FROM ${table} t`));
      }
      return JSON.stringify(contents.flat().map((row) => String((row as { row: Buffer }).row)));
    });
    expect(rows.length).toBeGreaterThan(500);
    expect(rows).not.toContain(canary);
    expect(rows).not.toContain(Buffer.from(canary).toString('hex'));
  });
});

describe('taking a post back', () => {
  it('takes back what has not gone, with the rest of its thread, and not what has', async () => {
    const charity = await stage.aCharity();
    charity.account.turns.push('answers', 'asksToWait');
    const [one, two] = await charity.submit('One', 'Two', 'Three');
    await stage.publish();
    if (!one || !two) throw new Error('no posts');
    expect(await charity.withdraw(one)).toMatchObject({ refusal: { code: 'tooLate' } });
    expect(await charity.withdraw(two)).toMatchObject({ value: { status: { state: 'withdrawn' } } });
    expect(await charity.withdraw(two)).toMatchObject({ ok: true });
    await stage.pass(5_000);
    await stage.publish();
    expect(charity.account.texts()).toEqual(['One']);
    expect(await charity.states()).toEqual(['published', 'withdrawn', 'withdrawn']);
  });

  it('comes too late while X is being asked', async () => {
    const charity = await stage.aCharity();
    const [post] = await charity.submit('Going');
    charity.account.onCall = async () => {
      if (post) expect(await charity.withdraw(post)).toMatchObject({ refusal: { code: 'tooLate' } });
    };
    await stage.publish();
    expect(await charity.states()).toEqual(['published']);
  });
});

it('tells which posts wait for another part of their thread', async () => {
  const charity = await stage.aCharity();
  charity.account.turns.push('answers', 'failsWithoutApplying');
  await charity.submit('One', 'Two', 'Three');
  expect((await charity.posts()).map(({ status }) => status)).toMatchObject([
    { waitingFor: null },
    { waitingFor: 'thread' },
    { waitingFor: 'thread' },
  ]);
  await stage.publish();
  expect((await charity.posts()).map(({ status }) => status)).toMatchObject([
    { state: 'published' },
    { state: 'unknown' },
    { state: 'queued', waitingFor: 'thread' },
  ]);
});

it('lets the parts before one that its author took back go, although nothing else wakes the lane', async () => {
  const charity = await stage.aCharity();
  const [, second] = await charity.submit('One', 'robin@example.org');
  await stage.publish();
  expect(await charity.states()).toEqual(['queued', 'held']);
  if (!second) throw new Error('no post');
  await charity.withdraw(second);
  await stage.publish();
  expect(await charity.states()).toEqual(['published', 'withdrawn']);
});
