import { randomUUID } from 'node:crypto';
import type { CuratorId, PostId } from '@baton/contracts';
import { seeded } from '@baton/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CharityOnStage, windowMs } from '../rehearsal/charity-on-stage.js';
import { publishingSteps } from '../rehearsal/crash.js';
import { leaseMs, PublishingStage, reconcileForMs } from '../rehearsal/publishing-stage.js';

let stage: PublishingStage;
beforeAll(async () => {
  stage = await PublishingStage.open();
});
afterAll(() => stage.close());

const parts = ['One', 'Two', 'Three', 'Four', 'Five'];

/** A thread of five whose third part X refuses; the ids in order. */
async function stoppedAtThree(): Promise<{ charity: CharityOnStage; ids: PostId[]; three: PostId }> {
  const charity = await stage.aCharity();
  charity.account.turns.push('answers', 'answers', 'refuses');
  const ids = await charity.submit(...parts);
  await stage.publish();
  expect(await charity.states()).toEqual(['published', 'published', 'rejected', 'withdrawn', 'withdrawn']);
  return { charity, ids, three: at(ids, 2) };
}

const at = (ids: readonly PostId[], index: number): PostId => {
  const id = ids[index];
  if (!id) throw new Error('no such part');
  return id;
};

const newWords = (postId: PostId, text: string) => ({ parts: [{ postId, text }] });

/** Each part on X answers the one before it. */
function expectThread(charity: CharityOnStage, texts: readonly string[]): void {
  expect(charity.account.texts()).toEqual(texts);
  expect(texts.map((text) => charity.account.answers(text))).toEqual([undefined, ...texts.slice(0, -1)]);
}

describe('going on with a thread from the part that failed', () => {
  it('sends that part with new words and those behind it, answering what is out, nothing twice', async () => {
    const { charity, three } = await stoppedAtThree();
    expect(await charity.resume(three, newWords(three, 'Three, mended'))).toMatchObject({
      value: { posts: [{}, {}, { text: 'Three, mended', edits: 1, status: { state: 'queued' } }, {}, {}] },
    });
    await stage.publish();
    expectThread(charity, ['One', 'Two', 'Three, mended', 'Four', 'Five']);
    expect(charity.account.askedAgain).toEqual([]);
    expect(await charity.story(three)).toContain('Its author sends it again.');
  });

  it('goes on without it, the next part answering the last that is out', async () => {
    const { charity, three } = await stoppedAtThree();
    await charity.resume(three, { skip: true });
    await stage.publish();
    expectThread(charity, ['One', 'Two', 'Four', 'Five']);
    expect(await charity.states()).toEqual(['published', 'published', 'rejected', 'published', 'published']);
    expect(await charity.resume(three, { basedOn: 1 })).toMatchObject({ refusal: { code: 'threadWentOn' } });
  });

  it('begins with the second part where the first is left out', async () => {
    const charity = await stage.aCharity();
    charity.account.turns.push('refuses');
    const [first] = await charity.submit('One', 'Two', 'Three');
    await stage.publish();
    if (first) await charity.resume(first, { skip: true });
    await stage.publish();
    expectThread(charity, ['Two', 'Three']);
  });

  it('tries a post that stands alone again', async () => {
    const charity = await stage.aCharity();
    charity.account.turns.push('refuses');
    const [post] = await charity.submit('Alone');
    await stage.publish();
    if (post) await charity.resume(post);
    await stage.publish();
    expectThread(charity, ['Alone']);
    expect(await charity.states()).toEqual(['published']);
  });

  it('leaves back what its author took back, and takes along what was only stopped', async () => {
    const { charity, ids, three } = await stoppedAtThree();
    await charity.withdraw(at(ids, 4));
    await charity.resume(three);
    await stage.publish();
    expectThread(charity, ['One', 'Two', 'Three', 'Four']);
  });

  it('can be done again when it fails again', async () => {
    const { charity, three } = await stoppedAtThree();
    charity.account.turns.push('refuses');
    await charity.resume(three);
    await stage.publish();
    expect((await charity.states()).slice(2)).toEqual(['rejected', 'withdrawn', 'withdrawn']);
    await charity.resume(three, { basedOn: 1 });
    await stage.publish();
    expectThread(charity, parts);
  });

  it('sends what its author took back after all', async () => {
    const charity = await stage.aCharity();
    const ids = await charity.submit('One', 'Two', 'Three');
    await charity.withdraw(at(ids, 1));
    await stage.publish();
    await charity.resume(at(ids, 1));
    await stage.publish();
    expectThread(charity, ['One', 'Two', 'Three']);
  });
});

describe('what is checked when a thread goes on', () => {
  it('checks new words, and sends nothing of it where they cannot go out', async () => {
    const { charity, three } = await stoppedAtThree();
    expect(await charity.resume(three, newWords(three, 'a'.repeat(300)))).toMatchObject({
      refusal: { code: 'blocked' },
    });
    expect(await charity.resume(three, newWords(three, 'Write to robin@example.org'))).toMatchObject({
      value: { posts: [{}, {}, { status: { state: 'held' } }, { status: { state: 'queued' } }, {}] },
    });
    await stage.publish();
    expect(charity.account.texts()).toEqual(['One', 'Two']);
  });

  it('has the team look again at what they said no to, whatever its words are now', async () => {
    const charity = await stage.aCharity();
    const ids = await charity.submit('One', 'Write to robin@example.org', 'Three');
    await charity.decide(at(ids, 1), 'decline', 'No addresses please');
    expect(await charity.resume(at(ids, 0))).toMatchObject({ refusal: { code: 'stoppedWithAnother' } });
    await charity.resume(at(ids, 1), newWords(at(ids, 1), 'Write to us'));
    expect(await charity.states()).toEqual(['held', 'held', 'held']);
    for (const id of ids) await charity.decide(id, 'approve');
    await stage.publish();
    expectThread(charity, ['One', 'Write to us', 'Three']);
  });

  it('gives the same wish the same answer, and lets no second device overwrite it', async () => {
    const { charity, three } = await stoppedAtThree();
    await charity.resume(three, newWords(three, 'Mended'));
    await stage.publish();
    expect(await charity.resume(three, newWords(three, 'Mended'))).toMatchObject({ ok: true });
    expect(await charity.resume(three, newWords(three, 'Otherwise'))).toMatchObject({ ok: false });
    await stage.publish();
    expectThread(charity, ['One', 'Two', 'Mended', 'Four', 'Five']);
  });

  it('refuses a change of a part that does not go on with it', async () => {
    const { charity, ids, three } = await stoppedAtThree();
    expect(await charity.resume(three, newWords(at(ids, 0), 'Other'))).toMatchObject({
      refusal: { code: 'unknownPart' },
    });
  });

  it('refuses somebody else, what has not failed, and what comes after the end', async () => {
    const { charity, ids, three } = await stoppedAtThree();
    const stranger = charity.asCurator(randomUUID() as string as CuratorId);
    expect(await charity.resume(three, {}, stranger)).toMatchObject({ refusal: { code: 'notYours' } });
    expect(await charity.resume(at(ids, 0))).toMatchObject({ refusal: { code: 'nothingToResume' } });
    await stage.pass(windowMs);
    expect(await charity.resume(three)).toMatchObject({ refusal: { code: 'windowClosed' } });
  });
});

describe('a part that may be out although a person let it go', () => {
  it('is never sent again, but the rest of the thread can go without it', async () => {
    const charity = await stage.aCharity();
    charity.account.turns.push('answers', 'appliesAndShowsLate');
    const ids = await charity.submit('One', 'Two', 'Three');
    await stage.publish();
    await stage.pass(reconcileForMs * 2);
    await stage.reconcile();
    await charity.resolve(at(ids, 1), 'letItGo');
    expect(await charity.resume(at(ids, 1))).toMatchObject({ refusal: { code: 'mayBeOut' } });
    await charity.resume(at(ids, 1), { skip: true });
    await stage.publish();
    expect(charity.account.texts()).toEqual(['One', 'Two', 'Three']);
    expect(charity.account.answers('Three')).toBe('One');
    expect(charity.account.askedAgain).toEqual([]);
  });
});

describe('a thread that goes on while something else happens', () => {
  it('is put before a part that is being made ready: that one waits and answers it', async () => {
    const { charity, three } = await stoppedAtThree();
    await charity.resume(three, { skip: true });
    charity.account.onPrepare = async (text) => {
      charity.account.onPrepare = () => {};
      expect(text).toBe('Four');
      expect(await charity.resume(three, { basedOn: 1 })).toMatchObject({ ok: true });
    };
    await stage.publish();
    expectThread(charity, parts);
  });

  it('crashes anywhere, twenty seeds: in order, each answering the one before, nothing twice', async () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const { pick, chance } = seeded(seed);
      stage.crashes.forget();
      const { charity, three } = await stoppedAtThree();
      await charity.resume(three, newWords(three, `Mended ${seed}`));
      for (let round = 0; round < 3; round += 1) {
        if (chance(0.8)) stage.crashes.at(pick(publishingSteps));
        await stage.publish();
        await stage.pass(leaseMs + 1);
        await stage.publish();
        await stage.reconcile();
      }
      const all = ['One', 'Two', `Mended ${seed}`, 'Four', 'Five'];
      const texts = charity.account.texts();
      // A crash between writing down and calling leaves it to a person: then the thread waits there.
      expect({ seed, texts }).toEqual({ seed, texts: all.slice(0, texts.length) });
      expect({ seed, again: charity.account.askedAgain }).toEqual({ seed, again: [] });
      expectThread(charity, texts);
      if (texts.length < all.length) expect(await charity.states()).toContain('unknown');
    }
  });
});
