import {
  AuditAction,
  type AuditAnchor,
  type AuditChainBreak,
  type CharityId,
  type EventId,
} from '@baton/contracts';
import { describe, expect, it } from '@jest/globals';
import { beforeTheFirst, hashOf, readLine, writeLine } from './audit-line.js';
import { type FoundLine, verifyChain } from './verify-chain.js';

const idOf = (number: number) => `0192e7a0-0000-7000-8000-${String(number).padStart(12, '0')}`;
const charityId = idOf(1) as CharityId;

/** The text of a line as it would be after `before`. */
function lineAfter(
  before: readonly string[],
  details: Record<string, string | number | boolean> = {},
): string {
  const number = before.length + 1;
  const last = before.at(-1);
  return writeLine({
    charity: charityId,
    number,
    previous: last === undefined ? beforeTheFirst : hashOf(last),
    id: idOf(100 + number) as EventId,
    source: 'recruitment',
    at: '2026-11-28T10:00:00.000Z',
    actor: `manager ${idOf(7)}`,
    action: AuditAction.options[number % AuditAction.options.length] ?? 'rota.defined',
    about: idOf(8),
    details: { tries: number, ...details },
  });
}

const chainOf = (length: number, details?: Record<string, string>): string[] =>
  Array.from({ length }).reduce<string[]>((before) => [...before, lineAfter(before, details)], []);

const length = 9;
const chain = chainOf(length);
const anchorAt = (number: number, texts = chain): AuditAnchor => ({
  number,
  hash: hashOf(texts[number - 1] ?? ''),
});
const head = anchorAt(length);

const kept = (texts: readonly string[]): FoundLine[] => texts.map((text) => ({ text, hash: hashOf(text) }));
const exported = (texts: readonly string[]): FoundLine[] => texts.map((text) => ({ text }));

const verify = (lines: readonly FoundLine[], anchors: readonly AuditAnchor[] = [], pageSize = 100) => {
  const pages: FoundLine[][] = [];
  for (let from = 0; from < lines.length; from += pageSize) pages.push(lines.slice(from, from + pageSize));
  return verifyChain({ charityId, pages, anchors });
};
const broken = (number: number, what: AuditChainBreak) => ({ holds: false, broken: { number, what } });
const numbers = Array.from({ length }, (_, index) => index + 1);

/** The line with one field set to something else that parses just as well. */
function withField(text: string, field: string): string {
  const other: Record<string, unknown> = {
    charity: idOf(2),
    number: 77,
    previous: hashOf('something else'),
    id: idOf(999),
    source: 'feedback',
    at: '2026-11-28T10:00:00.001Z',
    actor: 'the operator',
    action: 'feed.opened',
    about: null,
    details: {},
  };
  return JSON.stringify({ ...JSON.parse(text), [field]: other[field] });
}
const fields = Object.keys(JSON.parse(chain[0] ?? '{}'));
const everywhere = numbers.flatMap((number) => fields.map((field) => ({ number, field })));

describe('C3: a chain that nobody touched', () => {
  it.each([0, 1, 2, length])('of %d lines holds', async (long) => {
    const texts = chain.slice(0, long);
    const expected = { holds: true, head: long === 0 ? { number: 0, hash: beforeTheFirst } : anchorAt(long) };
    expect(await verify(kept(texts))).toEqual(expected);
    expect(await verify(exported(texts))).toEqual(expected);
  });

  it('holds in pages of any size, and against every digest ever published', async () => {
    for (const pageSize of numbers)
      expect(
        await verify(
          kept(chain),
          numbers.map((number) => anchorAt(number)),
          pageSize,
        ),
      ).toEqual({
        holds: true,
        head,
      });
  });
});

describe('C3: whoever touches a chain', () => {
  it.each(everywhere)('is found out: $field of line $number changed', async ({ number, field }) => {
    const texts = chain.with(number - 1, withField(chain[number - 1] ?? '', field));
    const keptHashes = texts.map((text, index) => ({ text, hash: hashOf(chain[index] ?? '') }));
    expect(await verify(keptHashes)).toEqual(broken(number, 'changed'));
    // Without hashes beside the lines, or with one that was changed to match: the next line knows, or the head's digest.
    for (const lines of [exported(texts), kept(texts)])
      expect(await verify(lines, [head])).toMatchObject({ holds: false, broken: { number } });
  });

  it('is found out: one letter, a space, another order of keys', async () => {
    for (const number of numbers) {
      const text = chain[number - 1] ?? '';
      const { charity, ...rest } = JSON.parse(text);
      for (const touched of [
        `${text} `,
        text.replace('"tries":', '"trieS":'),
        JSON.stringify({ ...rest, charity }),
      ])
        expect(await verify(exported(chain.with(number - 1, touched)), [head])).toMatchObject({
          holds: false,
          broken: { number },
        });
    }
  });

  it.each(numbers)('is found out: line %d taken out', async (number) => {
    const texts = chain.toSpliced(number - 1, 1);
    const what = number === length ? 'cutShort' : 'missing';
    for (const lines of [kept(texts), exported(texts)])
      expect(await verify(lines, [head])).toEqual(broken(number, what));
  });

  it('is found out: any two lines changing places', async () => {
    for (const one of numbers)
      for (const other of numbers.filter((number) => number > one)) {
        const texts = chain.with(one - 1, chain[other - 1] ?? '').with(other - 1, chain[one - 1] ?? '');
        for (const lines of [kept(texts), exported(texts)])
          expect(await verify(lines)).toEqual(broken(one, 'reordered'));
      }
  });

  it.each(numbers.slice(0, -1))('is found out: a well-made line put in after line %d', async (number) => {
    const forged = lineAfter(chain.slice(0, number), { forged: true });
    const texts = chain.toSpliced(number, 0, forged);
    for (const lines of [kept(texts), exported(texts)])
      expect(await verify(lines)).toEqual(broken(number + 1, 'inserted'));
  });

  it.each(numbers)('is found out: line %d a second time', async (number) => {
    for (const place of numbers.filter((each) => each >= number)) {
      const texts = chain.toSpliced(place, 0, chain[number - 1] ?? '');
      expect(await verify(kept(texts))).toEqual(broken(number, 'inserted'));
    }
  });

  it('is found out: a line of another charity', async () => {
    const foreign = withField(chain[3] ?? '', 'charity');
    expect(await verify(kept(chain.with(3, foreign)))).toEqual(broken(4, 'inserted'));
  });

  it.each(numbers)('is found out: the end cut off after line %d, by a later digest', async (number) => {
    const texts = chain.slice(0, number);
    expect(await verify(kept(texts), [anchorAt(number)])).toMatchObject({ holds: true });
    for (const later of numbers.filter((each) => each > number))
      expect(await verify(kept(texts), [anchorAt(later)])).toEqual(broken(number + 1, 'cutShort'));
  });

  it('is found out: all of it written anew, by any one digest', async () => {
    const anew = chainOf(length, { who: 'nobody' });
    expect(await verify(kept(anew))).toMatchObject({ holds: true });
    for (const number of numbers)
      expect(await verify(kept(anew), [anchorAt(number)])).toEqual(broken(number, 'rewritten'));
  });

  it('is found out: written anew from a line on, by the first digest after it', async () => {
    for (const from of numbers) {
      const texts = [...chain.slice(0, from - 1)];
      while (texts.length < length) texts.push(lineAfter(texts, { anew: true }));
      expect(
        await verify(
          kept(texts),
          numbers.map((number) => anchorAt(number)),
        ),
      ).toEqual(broken(from, 'rewritten'));
    }
  });
});

describe('P3: a line of the audit', () => {
  const base = JSON.parse(chain[0] ?? '{}');
  const refused: readonly (readonly [string, object])[] = [
    ['a name as the actor', { actor: 'Robin Smith' }],
    ['an address as the actor', { actor: 'robin@example.org' }],
    ['a name it is about', { about: 'Robin Smith' }],
    ['an address it is about', { about: 'robin@example.org' }],
    ['words in its details', { details: { reason: 'she told me on the phone' } }],
    ['an address in its details', { details: { to: 'robin@example.org' } }],
    ['words as the key of a detail', { details: { 'Robin Smith': true } }],
    ['one field more', { name: 'Robin' }],
  ];
  it.each(refused)('cannot hold %s', (_, change) => {
    expect(readLine(JSON.stringify({ ...base, ...change }))).toBeUndefined();
    expect(() => writeLine({ ...base, ...change })).toThrow();
  });
});
