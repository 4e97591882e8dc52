import { describe, expect, it } from '@jest/globals';
import type { CheckSettings, DraftToCheck } from './check.js';
import { checkDraft } from './check-draft.js';
import { contactDetails } from './contact-details/check-contact-details.js';
import { countryOfZone } from './country-of-zone.js';
import { everythingAllowed } from './everything-allowed.js';
import { judge } from './judge.js';
import { readWords } from './reading/words.js';

const holding = {
  policy: { ...everythingAllowed, contactDetails: 'hold', altText: 'warn' },
  country: countryOfZone('Europe/London'),
} as const;
const look = (text: string, settings: CheckSettings = holding) =>
  judge('contactDetails', contactDetails.ofWords(readWords(text), settings), settings.policy);
const still = { altText: 'A green smoothie', waitsForTeam: false, isMoving: false };
const silent = { ...still, altText: '' };
const asked = { ...silent, waitsForTeam: true };
const marked = (text: string) => look(text).map(({ span }) => text.slice(span?.from, span?.to));

describe('contact details', () => {
  it.each([
    'Write to me: robin.smith@example.org!',
    'robin.smith+ms@mail.example.co.uk',
    'It is robin @ example . org',
    'robin(at)example.org',
    'robin [at] example [dot] org',
    'robin {AT} example {DOT} org',
    'robin at example dot org',
    'Robin at mail dot example dot co dot uk',
    'find me, robin99 at gmail.com',
    'robin99 (at) gmail',
    'robin＠example．org',
    'ro\u200bbin@exam\u200bple.org',
    'Ünal.Öz@beispiel.de',
    'robin_at_example.org',
  ])('S2 catches the e-mail address in %j', (text) => {
    expect(look(text)[0]?.explanation).toContain('e-mail');
  });

  it.each([
    'Call me on 07911 123456 tonight',
    'call 07700 900123',
    'call 0 7 9 1 1 1 2 3 4 5 6',
    '0-7-9-1-1-1-2-3-4-5-6',
    '(020) 7946 0958',
    '+44 20 7946 0958',
    '+44 (0)20 7946 0958',
    '07911.123.456',
    '0\u200b7911123456',
    '０７９１１ １２３４５６',
    '0️⃣7️⃣9️⃣1️⃣1️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣',
    'oh seven nine double one one two three four five six',
    'zero, seven, nine, one, one, one, two, three, four, five, six',
    'Ring +1 415 555 2671',
    'whatsapp 00447911123456',
  ])('S2 catches the phone number in %j', (text) => {
    expect(look(text)[0]?.explanation).toContain('phone');
  });

  it.each(['I live at SW1A 1AA', 'it is M20 2LN'])('S2 catches the whole postcode in %j', (text) => {
    expect(look(text)[0]?.explanation).toContain('postcode');
  });

  it.each([
    'Look at example.com for recipes',
    'We meet at noon. Bring cake.',
    'I was diagnosed in 2009, 14 years ago, at 27.',
    'My leg says 10/10 today, 3 spasms an hour',
    'Thank you @shine_ms for the weekend',
    'Half of M20 came to the walk',
    '1, 2, 3, 4, 5: once I caught a fish alive',
    'one two three four and rest',
    'Score 2026-11-27 17:30',
    'I raised £10,000,000 in my dreams',
    'I am good at dot painting',
    'Chapter 3 at the dot of nine',
  ])('leaves %j alone', (text) => {
    expect(look(text)).toEqual([]);
  });

  it('marks the very place, through invisible characters, and never repeats it', () => {
    const text = 'Hi 🧑‍🦽 write ro\u200bbin＠example.org now';
    expect(marked(text)).toEqual(['ro\u200bbin＠example.org']);
    expect(JSON.stringify(look(text))).not.toContain('example');
  });

  it('is as strict as the charity says', () => {
    const text = 'robin@example.org';
    for (const verdict of ['warn', 'hold', 'block'] as const) {
      expect(
        look(text, { ...holding, policy: { ...holding.policy, contactDetails: verdict } }),
      ).toMatchObject([{ verdict }]);
    }
    expect(look(text, { ...holding, policy: { ...holding.policy, contactDetails: 'allow' } })).toEqual([]);
  });
});

describe('what cannot go out at all', () => {
  const verdicts = (text: string, pictures: DraftToCheck['pictures'] = [], poll: string[] = []) =>
    checkDraft({ text, pictures, poll }, holding).map(({ check, verdict }) => `${check}: ${verdict}`);

  it.each([
    ['a NUL', 'a\0b'],
    ['half an emoji', 'a\ud83d b'],
    ['a text turned round', 'abc \u202edcba'],
    ['an escape', 'a\u001b[2J'],
  ])('blocks %s', (_, text) => {
    expect(verdicts(text)).toEqual(['controlCharacters: block']);
  });

  it('lets new lines, tabs, joined emoji and right-to-left marks through', () => {
    expect(verdicts('line\n\ttwo 👨‍👩‍👧‍👦 \u200fשלום\u200f')).toEqual([]);
  });

  it('blocks what X does not take together: a poll and a picture, a moving GIF and another picture', () => {
    expect(verdicts('Which?', [still], ['Tea', 'Coffee'])).toEqual(['attachments: block']);
    expect(verdicts('Look', [{ ...still, isMoving: true }, still])).toEqual(['attachments: block']);
    expect(verdicts('Look', [{ ...still, isMoving: true }])).toEqual([]);
    expect(verdicts('Look', [still, still, still, still])).toEqual([]);
    expect(verdicts('Which?', [], ['Tea', 'Coffee'])).toEqual([]);
  });

  it('looks at the options of a poll as at the text', () => {
    expect(verdicts('Which?', [], ['robin@example.org', 'no'])).toEqual(['contactDetails: hold']);
    expect(verdicts('Which?', [], ['a\0b', 'no'])).toEqual(['controlCharacters: block']);
    expect(verdicts('Ring?', [], ['07700', '900 123'])).toEqual(['contactDetails: hold']);
    expect(verdicts('', [], ['Tea', 'Coffee'])).toEqual(['length: block']);
  });

  it('blocks what is longer than X allows, and nothing at all', () => {
    expect(verdicts('a'.repeat(280))).toEqual([]);
    expect(verdicts('a'.repeat(281))).toEqual(['length: block']);
    expect(verdicts('🧑‍🦽'.repeat(140))).toEqual([]);
    expect(verdicts(' \n ')).toEqual(['length: block']);
    expect(verdicts('', [still])).toEqual([]);
  });
});

describe('pictures', () => {
  it('asks for a description of each picture that has none', () => {
    const findings = checkDraft({ text: 'Three', pictures: [still, silent, silent], poll: [] }, holding);
    expect(findings.map(({ verdict, explanation }) => [verdict, explanation])).toEqual([
      ['warn', 'Picture 2 of 3 has no description.'],
      ['warn', 'Picture 3 of 3 has no description.'],
    ]);
    expect(findings.map(({ picture }) => picture)).toEqual([2, 3]);
  });

  it('holds a post whose picture the team is to describe, whatever the policy says', () => {
    const lax = { ...holding, policy: { ...holding.policy, altText: 'allow' } } as const;
    const findings = checkDraft({ text: 'Two', pictures: [silent, asked], poll: [] }, lax);
    expect(findings.map(({ check, verdict, explanation }) => [check, verdict, explanation])).toEqual([
      ['altText', 'hold', 'Waits for the team to describe picture 2 of 2.'],
    ]);
  });

  it('looks at a description as at the text', () => {
    const inAltText = (altText: string) =>
      checkDraft({ text: 'Look', pictures: [still, { ...still, altText }], poll: [] }, holding);
    expect(inAltText('call 07700 900123')).toMatchObject([
      { check: 'contactDetails', verdict: 'hold', span: null, picture: 2 },
    ]);
    expect(inAltText('a\0b')).toMatchObject([{ check: 'controlCharacters', verdict: 'block', picture: 2 }]);
  });
});
