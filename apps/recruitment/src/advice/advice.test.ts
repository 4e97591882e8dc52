import { readingOf } from '@baton/checks';
import type { AdvicePageId, AdvicePictureId } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { accepted, type CharityOnStage, type CuratorOnStage } from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';
import { standardAdvice } from './standard-advice.js';

const canary = 'GPS 51.5007 N 0.1246 W';
const aPicture = async () =>
  (
    await sharp({ create: { width: 40, height: 20, channels: 3, background: '#4b1f86' } })
      .withExif({ IFD0: { ImageDescription: canary } })
      .jpeg()
      .toBuffer()
  ).toString('base64');

describe('the pack a charity begins with', () => {
  it.each(standardAdvice)('reads with ease from the age of eleven: $title', ({ title, body }) => {
    const { age, hard } = readingOf(`${title}.\n${body}`);
    expect(age).toBeLessThanOrEqual(11);
    expect(hard).toEqual([]);
  });
});

describe('the advice pack', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  let curator: CuratorOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  beforeEach(async () => {
    charity = await stage.aCharity('Shine MS', 'theUsual');
    curator = await charity.aCurator();
  });
  afterAll(() => stage.close());

  const asked = () => ({ charityId: charity.charityId });
  const draft = async () => accepted(await stage.call('view-advice-draft', asked(), charity.manager));
  const read = async () => accepted(await stage.call('view-advice', asked(), curator.caller));
  const save = (page: { pageId?: AdvicePageId; title?: string; body?: string } = {}) =>
    stage.call(
      'save-advice-page',
      { ...asked(), pageId: newId<AdvicePageId>(), title: 'Tea', body: 'Drink tea.', ...page },
      charity.manager,
    );
  const publish = (evenSo = false) => stage.call('publish-advice', { ...asked(), evenSo }, charity.manager);
  const mark = (pageId: AdvicePageId) =>
    stage.call('mark-advice-read', { ...asked(), pageId }, curator.caller);
  const isOpen = async () =>
    accepted(await stage.call('view-my-preparation', asked(), curator.caller)).steps.find(
      ({ item }) => item === 'advice',
    )?.doneAt === null;

  it('is there to read from the first day', async () => {
    expect((await read()).pages.map(({ title }) => title)).toEqual(standardAdvice.map(({ title }) => title));
    expect(await draft()).toMatchObject({ isPublished: true, published: { version: 1 } });
  });

  it('is the team’s to write, and the curators’ to read once it is published', async () => {
    accepted(await save({ title: 'A cup of tea' }));
    expect((await draft()).isPublished).toBe(false);
    expect((await read()).pages.map(({ title }) => title)).not.toContain('A cup of tea');
    expect(accepted(await publish())).toEqual({ version: 2, pages: standardAdvice.length + 1 });
    expect((await read()).pages.at(-1)?.title).toBe('A cup of tea');
    expect(accepted(await publish()).version).toBe(2);
    expect(await charity.audited('advice.published')).toHaveLength(1);
  });

  it('says how hard a page is to read, and which sentences make it so', async () => {
    const long = `You ${'really '.repeat(25)}must rest.`;
    const { reading } = accepted(await save({ body: long }));
    expect(reading.hard).toEqual([{ sentence: long, words: 28 }]);
  });

  it('asks once more before it publishes what a tired head cannot read', async () => {
    const legal =
      'Participants experiencing significant deterioration should immediately discontinue communications. ';
    accepted(await save({ title: 'Terms', body: legal.repeat(4) }));
    expect(await publish()).toMatchObject({
      refusal: { code: 'hardToRead', details: { pages: [{ title: 'Terms' }] } },
    });
    expect(accepted(await publish(true)).version).toBe(2);
  });

  it('is put in another order only as it is', async () => {
    const pages = (await draft()).pages.map(({ pageId }) => pageId);
    const order = (pageIds: AdvicePageId[]) =>
      stage.call('order-advice-pages', { ...asked(), pageIds }, charity.manager);
    accepted(await order(pages.toReversed()));
    expect((await draft()).pages.map(({ pageId }) => pageId)).toEqual(pages.toReversed());
    expect(await order(pages.slice(1))).toMatchObject({ refusal: { code: 'otherPages' } });
  });

  it('has a limit of thirty pages, and says so', async () => {
    for (let page = standardAdvice.length; page < 30; page += 1) accepted(await save());
    expect(await save()).toMatchObject({ refusal: { code: 'tooManyPages' } });
  });

  it('is read when its last page is, one at a time and in any order', async () => {
    const { pages } = await read();
    for (const { pageId } of pages.toReversed().slice(1)) accepted(await mark(pageId));
    expect(await isOpen()).toBe(true);
    const last = pages.at(-1)?.pageId ?? newId<AdvicePageId>();
    expect(accepted(await mark(last))).toEqual({ left: 0 });
    expect(await isOpen()).toBe(false);
    expect(await mark(newId<AdvicePageId>())).toMatchObject({ refusal: { code: 'notFound' } });
  });

  it('is unread where a page was changed, only for who had not come to the end', async () => {
    const [first, second] = (await read()).pages;
    if (!first || !second) throw new Error('no pages');
    accepted(await mark(first.pageId));
    accepted(await save({ pageId: first.pageId, title: first.title, body: 'Something else.' }));
    accepted(await publish());
    expect((await read()).pages[0]?.readAt).toBeNull();
  });

  it('is through for who has read all that is left when a page is taken out', async () => {
    const { pages } = await read();
    for (const { pageId } of pages.slice(1)) accepted(await mark(pageId));
    expect(await isOpen()).toBe(true);
    const pageId = pages[0]?.pageId ?? newId<AdvicePageId>();
    accepted(await stage.call('remove-advice-page', { ...asked(), pageId }, charity.manager));
    accepted(await publish());
    expect(await isOpen()).toBe(false);
  });

  it('P1: has pictures with nothing in them but the picture, and words for who does not see them', async () => {
    const pageId = (await draft()).pages[0]?.pageId ?? newId<AdvicePageId>();
    const pictureId = newId<AdvicePictureId>();
    const bytes = await aPicture();
    expect(Buffer.from(bytes, 'base64').toString('latin1')).toContain(canary);
    const picture = { ...asked(), pageId, pictureId, bytes, description: 'A cup of tea' };
    accepted(await stage.call('add-advice-picture', picture, charity.manager));
    accepted(await publish());
    expect((await read()).pages[0]?.pictures).toEqual([{ pictureId, description: 'A cup of tea' }]);
    const seen = accepted(await stage.call('view-advice-picture', { ...asked(), pictureId }, curator.caller));
    expect(Buffer.from(seen.bytes, 'base64').subarray(8, 12).toString()).toBe('WEBP');
    expect(Buffer.from(seen.bytes, 'base64').toString('latin1')).not.toContain('GPS');
  });

  it.each([
    ['an SVG, which can carry a script', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['nothing', ''],
    ['words', 'tea'],
  ])('takes %s for no picture', async (_, content) => {
    const pageId = (await draft()).pages[0]?.pageId ?? newId<AdvicePageId>();
    const bytes = Buffer.from(content).toString('base64');
    const picture = { ...asked(), pageId, pictureId: newId<AdvicePictureId>(), bytes, description: 'x' };
    expect(await stage.call('add-advice-picture', picture, charity.manager)).toMatchObject({
      refusal: { code: 'notAPicture' },
    });
  });

  it('forgets the pictures of a page that is taken away, but for those that curators still see', async () => {
    const bytes = await aPicture();
    const [shown, never] = [newId<AdvicePictureId>(), newId<AdvicePictureId>()];
    const { pageId } = accepted(await save());
    const picture = { ...asked(), pageId, bytes, description: 'Tea' };
    accepted(await stage.call('add-advice-picture', { ...picture, pictureId: shown }, charity.manager));
    accepted(await publish());
    accepted(await stage.call('add-advice-picture', { ...picture, pictureId: never }, charity.manager));
    accepted(await stage.call('remove-advice-page', { ...asked(), pageId }, charity.manager));
    const look = (pictureId: AdvicePictureId) =>
      stage.call('view-advice-picture', { ...asked(), pictureId }, curator.caller);
    expect([await look(shown), await look(never)]).toMatchObject([
      { ok: true },
      { refusal: { code: 'notFound' } },
    ]);
  });

  it('says so where another picture has an id already, on this page or on another', async () => {
    const [one, other] = [accepted(await save()).pageId, accepted(await save()).pageId];
    const pictureId = newId<AdvicePictureId>();
    const bytes = await aPicture();
    const add = (pageId: AdvicePageId, more = {}) =>
      stage.call(
        'add-advice-picture',
        { ...asked(), pageId, pictureId, bytes, description: 'Tea', ...more },
        charity.manager,
      );
    accepted(await add(one));
    accepted(await add(one, { description: 'A mug of tea' }));
    expect(await add(other)).toMatchObject({ refusal: { code: 'idReused' } });
    const green = sharp({ create: { width: 9, height: 9, channels: 3, background: '#00aa00' } }).png();
    const another = { bytes: (await green.toBuffer()).toString('base64') };
    expect(await add(one, another)).toMatchObject({ refusal: { code: 'idReused' } });
    expect((await draft()).pages.flatMap(({ pictures }) => pictures)).toEqual([
      { pictureId, description: 'A mug of tea' },
    ]);
  });

  it('keeps a picture that is published, and forgets one that never was', async () => {
    const pageId = (await draft()).pages[0]?.pageId ?? newId<AdvicePageId>();
    const [shown, never] = [newId<AdvicePictureId>(), newId<AdvicePictureId>()];
    const bytes = await aPicture();
    const add = (pictureId: AdvicePictureId) =>
      stage.call(
        'add-advice-picture',
        { ...asked(), pageId, pictureId, bytes, description: 'Tea' },
        charity.manager,
      );
    const remove = (pictureId: AdvicePictureId) =>
      stage.call('remove-advice-picture', { ...asked(), pageId, pictureId }, charity.manager);
    accepted(await add(shown));
    accepted(await publish());
    accepted(await add(never));
    for (const pictureId of [shown, never]) accepted(await remove(pictureId));
    const look = (pictureId: AdvicePictureId) =>
      stage.call('view-advice-picture', { ...asked(), pictureId }, curator.caller);
    expect(await look(shown)).toMatchObject({ ok: true });
    expect(await look(never)).toMatchObject({ refusal: { code: 'notFound' } });
  });
});
