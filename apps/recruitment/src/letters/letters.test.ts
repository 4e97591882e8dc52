import type { Caller, MemberId } from '@baton/contracts';
import { LetterLanguage, type operations, type RequestOf } from '@baton/contracts';
import { allLetters, letterLanguages } from '@baton/mail';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { letters } from '../mail-queue/letters.js';
import { accepted, type CharityOnStage } from '../rehearsal/charity-on-stage.js';
import { Stage } from '../rehearsal/stage.js';

type Words = RequestOf<(typeof operations.recruitment)['set-letter']>['words'];

const good: Words = {
  subject: 'We have what you sent',
  opening: 'Hello, how good of you to offer. We have what you sent us, and it is in safe hands.',
  text: 'A person reads it soon.\n\nWarmly,\n{charity}',
};

describe('a charity’s own words', () => {
  let stage: Stage;
  let charity: CharityOnStage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  beforeEach(async () => {
    charity = await stage.aCharity();
  });
  afterAll(() => stage.close());

  const of = (letter: string) => ({ charityId: charity.charityId, letter });
  const set = (words: Words, letter = 'applicationReceived', caller = charity.manager) =>
    stage.call('set-letter', { ...of(letter), language: 'en', words }, caller);
  const view = async (letter = 'applicationReceived') =>
    accepted(await stage.call('view-letter', of(letter), charity.manager));
  const mailed = async () => {
    const form = charity.form();
    accepted(await charity.apply(form));
    return (await charity.mailsTo(form.person.email))[0];
  };

  it('go from then on, and Baton’s go again when they are taken away; who did what when is kept', async () => {
    expect(accepted(await set(good))).toEqual({ version: 1, warnings: [] });
    const mail = await mailed();
    expect(mail?.subject).toBe('We have what you sent');
    expect(mail?.text).toMatch(/^Hello, how good of you[\s\S]*Shine MS\s*$/);
    accepted(
      await stage.call('reset-letter', { ...of('applicationReceived'), language: 'en' }, charity.manager),
    );
    expect((await mailed())?.subject).toBe('We have your application');
    const { words, versions } = await view();
    expect(words[0]).toMatchObject({ language: 'en', own: null });
    expect(versions.map(({ version, words: then, by }) => [version, then?.subject, by])).toEqual([
      [2, undefined, (charity.manager as Caller & { memberId: MemberId }).memberId],
      [1, good.subject, expect.any(String)],
    ]);
  });

  it('set again are the same version, and the audit tells each once', async () => {
    accepted(await set(good));
    expect(accepted(await set(good)).version).toBe(1);
    expect(await charity.audited('letter.set')).toEqual([
      expect.objectContaining({ about: 'applicationReceived', details: { language: 'en', version: 1 } }),
    ]);
  });

  it.each<[string, Partial<Words>, string, string]>([
    ['a place that is not there', { text: 'Hi {penname}' }, 'words.text', '{penname}'],
    ['a brace that is not closed', { text: 'Hi {charity' }, 'words.text', 'brace'],
    ['an illness', { subject: 'Your MS weekend' }, 'words.subject', 'illness'],
    ['the charity’s name', { subject: 'News from shine ms charity' }, 'words.subject', 'charity’s name'],
    ['too short an opening', { opening: 'Hi.' }, 'words.opening', 'too short'],
    ['nothing at all', { text: ' ' }, 'words.text', 'is empty'],
  ])('with %s are refused, with the place where it is wrong', async (_, change, field, problem) => {
    const result = await set({ ...good, ...change });
    expect(result).toMatchObject({ ok: false, refusal: { code: 'badInput' } });
    expect(JSON.stringify(result)).toContain(field);
    expect(JSON.stringify(result)).toContain(problem);
    expect((await view()).versions).toEqual([]);
  });

  it('of a hundred kilobytes are refused in one sentence', async () => {
    expect(await set({ ...good, text: 'x'.repeat(100_000) })).toMatchObject({
      refusal: { details: [{ field: 'words.text', problem: 'must be at most 20000 characters' }] },
    });
  });

  it('with a long sentence go all the same, and the sentence is named', async () => {
    const text = `${'so '.repeat(30)}long.\n\n{charity}`;
    const { warnings } = accepted(await set({ ...good, text }));
    expect(warnings).toEqual([{ field: 'words.text', problem: expect.stringContaining('“so so') }]);
  });

  it('are looked at before they are set, with samples and never anybody’s own', async () => {
    const asked = { ...of('applicationAccepted'), language: 'en' as const };
    const preview = async (more: { words?: Words } = {}) =>
      accepted(await stage.call('preview-letter', { ...asked, ...more }, charity.manager));
    expect(await preview()).toMatchObject({ subject: 'Good news about your application', language: 'en' });
    const words = { ...good, text: 'Hello {penName}:\n{signIn}' };
    const { text, html, opening } = await preview({ words });
    expect(text).toContain('Hello Robin:\nhttps://baton.example/');
    expect(html).toContain('>Sign in</a>');
    expect(opening).toBe(good.opening);
    expect((await view('applicationAccepted')).versions).toEqual([]);
  });

  it('are one charity’s own', async () => {
    accepted(await set(good));
    const other = await stage.aCharity('Heron');
    const { words } = accepted(
      await stage.call(
        'view-letter',
        { charityId: other.charityId, letter: 'applicationReceived' },
        other.manager,
      ),
    );
    expect(words[0]?.own).toBeNull();
  });

  it('are of no letter that there is not', async () => {
    expect(await set(good, 'noSuchLetter')).toMatchObject({ refusal: { code: 'notFound' } });
  });

  it('of every letter can be listed, with when it goes and what is filled in', async () => {
    accepted(await set(good));
    const { letters: all } = accepted(
      await stage.call('list-letters', { charityId: charity.charityId }, charity.manager),
    );
    expect(all.map(({ letter }) => letter)).toEqual([...allLetters.keys()]);
    expect(all.find(({ letter }) => letter === 'applicationReceived')).toMatchObject({
      kind: 'part',
      own: ['en'],
      languages: ['en', 'cy'],
      places: [
        { name: 'charity', isHidden: true, isLink: false },
        { name: 'ownPage', isHidden: true, isLink: true },
      ],
    });
    expect(all.every(({ about }) => about !== '')).toBe(true);
  });

  it('can be for every letter that goes, in every language there is', () => {
    expect(Object.keys(letters).toSorted()).toEqual([...allLetters.keys()].toSorted());
    for (const [name, { letter }] of Object.entries(letters)) expect(letter.name).toBe(name);
    expect(LetterLanguage.options).toEqual(letterLanguages);
  });
});
