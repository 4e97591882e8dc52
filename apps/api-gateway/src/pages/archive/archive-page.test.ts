import type { CharityId, MediaId, PostId, TakeoverId } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { describe, expect, it } from '@jest/globals';
import { archivePage } from './archive-page.js';
import { inShort } from './archive-words.js';
import { entryPage } from './entry-page.js';
import { atomOf, jsonFeedOf } from './feeds.js';

const charity = { charityId: newId<CharityId>(), name: 'Shine & Co', slug: 'shine', zone: 'Europe/London' };
const origin = 'https://baton.example';
const hostile = '</p><script>alert(1)</script> & "quoted" https://evil.example';
const entry = {
  takeoverId: newId<TakeoverId>(),
  name: 'Robin <b>',
  openedAt: '2026-11-27T17:30:00.000Z',
  closedAt: '2026-11-30T09:00:00.000Z',
  posts: 2,
  pictures: 1,
  firstWords: hostile,
  found: null,
};
const found = { entries: [entry], next: null, years: [2026] };
const asked = { q: '', year: undefined };
const list = (more: Partial<Parameters<typeof archivePage>[0]> = {}) =>
  archivePage({ charity, brand: null, found, asked, isFirstPage: true, origin, ...more });

const threadId = newId<PostId>();
const mediaId = newId<MediaId>();
const post = (text: string) => ({
  postId: newId<PostId>(),
  threadId,
  author: 'curator' as const,
  publishedAt: entry.openedAt,
  text,
  pollOptions: [],
  pictures: [],
});
const drawn = (posts: Parameters<typeof entryPage>[0]['shown']['posts'], quotes: string[] = []) =>
  entryPage({ charity, brand: null, shown: { entry, posts, next: null }, from: 0, quotes, origin });

describe('the pages of the archive', () => {
  it('show what was typed as text, make no link of it, and load nothing from elsewhere', () => {
    const pages = list() + drawn([post(hostile)], [hostile]);
    expect(pages).not.toContain('<script');
    expect(pages).not.toContain('href="https://evil.example');
    expect(pages).toContain('Robin &lt;b&gt;');
    const loaded = [...pages.matchAll(/(?:src|action)="([^"]+)"/g)].map(([, address]) => address);
    expect(loaded.filter((address) => !address?.startsWith('/c/shine/archive'))).toEqual([]);
  });

  it('say who it was only as far as they wanted', () => {
    const unnamed = { ...found, entries: [{ ...entry, name: null }] };
    expect(list({ found: unnamed })).toContain('Someone living with the condition, <time');
  });

  it('keep a thread together and show pictures with their words', () => {
    const picture = { mediaId, altText: 'A mug', width: 4, height: 3 };
    const page = drawn([
      post('One'),
      { ...post('Two'), pictures: [picture], pollOptions: ['Tea', 'Coffee'] },
    ]);
    expect(page.match(/<article/g)).toHaveLength(1);
    expect(page).toContain(
      `<img class="picture" src="/c/shine/archive/${entry.takeoverId}/pictures/${mediaId}" alt="A mug"`,
    );
    expect(page).toContain('<li>Tea</li><li>Coffee</li>');
    expect(page).toContain(`<meta property="og:image" content="${origin}/c/shine/archive/`);
  });

  it('say what to do where nothing was found, and where nothing stands yet', () => {
    const none = { entries: [], next: null, years: [] };
    expect(list({ found: none })).toContain('No weekend stands here yet.');
    expect(list({ found: none, asked: { q: 'zebra', year: undefined } })).toContain('Try fewer words');
    expect(list({ found: none, isFirstPage: false })).toContain('There is nothing earlier.');
  });

  it('lead on with the words and the year that were asked for', () => {
    const next = '2026-11-27T17:30:00.000000Z_0192e7a0-0000-7000-8000-000000000001';
    const page = list({ found: { ...found, next }, asked: { q: 'tired legs', year: 2026 } });
    expect(page).toContain(`href="/c/shine/archive?q=tired+legs&amp;year=2026&amp;after=2026-11-27T17`);
  });
});

describe('the feeds of the archive', () => {
  it('are told in Atom, escaped, without what XML cannot hold', () => {
    const atom = atomOf({
      charity,
      origin,
      entries: [{ ...entry, firstWords: `a\u0000b\u000Bc ${hostile}` }],
    });
    expect(atom).toContain('<title>The archive of Shine &amp; Co</title>');
    expect(atom).toContain(`<id>urn:uuid:${entry.takeoverId}</id>`);
    expect(atom).toContain('<updated>2026-11-30T09:00:00.000Z</updated>');
    expect(atom).toContain(`href="${origin}/c/shine/archive/${entry.takeoverId}"`);
    expect(atom).not.toContain('<script');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what must not be there
    expect(atom).not.toMatch(/[\u0000\u000B]/);
  });

  it('are told as JSON Feed too', () => {
    expect(JSON.parse(jsonFeedOf({ charity, origin, entries: [entry] }))).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      home_page_url: `${origin}/c/shine/archive`,
      items: [
        {
          id: `urn:uuid:${entry.takeoverId}`,
          date_published: entry.closedAt,
          authors: [{ name: 'Robin <b>' }],
        },
      ],
    });
  });
});

describe('a text in short', () => {
  it('ends between two words, and never in the middle of an emoji', () => {
    expect(inShort('one two three', 9)).toBe('one two…');
    expect(inShort('🌻'.repeat(10), 5)).toBe('🌻🌻…');
    expect(inShort('short')).toBe('short');
  });
});
