import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startXSandbox, type XSandbox } from '../start.js';
import { charity, pngOf, twitterApiClient } from '../testing/real-clients.js';
import { stylesheet } from './stylesheet.js';

let sandbox: XSandbox;
beforeAll(async () => {
  sandbox = await startXSandbox();
});
beforeEach(() => sandbox.control.reset());
afterAll(() => sandbox.close());

const open = async (path: string) => {
  const answer = await fetch(`${sandbox.origin}${path}`);
  return { status: answer.status, html: await answer.text() };
};

describe('the timeline a person looks at', () => {
  it('says first of all that it is pretended', async () => {
    for (const path of ['/', `/${charity}`]) {
      const { status, html } = await open(path);
      expect(status).toBe(200);
      expect(html).toMatch(/<body>\s*<header class="notice"><p><strong>This is a pretend X on this computer/);
    }
    expect((await open('/nobody')).status).toBe(404);
  });

  it('joins a thread in one list, newest thread first', async () => {
    const client = twitterApiClient(sandbox);
    await client.v2.tweet('Older');
    await client.v2.tweetThread(['One', 'Two']);
    const { html } = await open(`/${charity}`);
    const threads = [...html.matchAll(/<ol class="thread">(.*?)<\/ol>/gs)].map(([, inner = '']) =>
      [...inner.matchAll(/<p class="text">(.*?)<\/p>/g)].map(([, text]) => text),
    );
    expect(threads).toEqual([['One', 'Two'], ['Older']]);
  });

  it('shows pictures with their alt text, polls, and what a reply answers', async () => {
    const client = twitterApiClient(sandbox);
    const id = await client.v2.uploadMedia(pngOf(640, 480), { media_type: 'image/png' });
    await client.v2.createMediaMetadata(id, { alt_text: { text: 'A "green" smoothie' } });
    await client.v2.tweet('Breakfast', { media: { media_ids: [id] } });
    await client.v2.tweet('Which tea?', { poll: { options: ['Mint', 'Rooibos'], duration_minutes: 60 } });
    const asked = sandbox.control.followerPosts({ username: 'anna', text: `@${charity} does it pass?` });
    await client.v2.reply('Often', asked.id);
    const { html } = await open(`/${charity}`);
    expect(html).toContain('alt="A &quot;green&quot; smoothie" width="640" height="480"');
    expect(html).toContain('<figcaption>Alt text: A &quot;green&quot; smoothie</figcaption>');
    expect(html).toContain('<li>Mint</li><li>Rooibos</li>');
    expect(html).toMatch(/Answering @anna.*does it pass\?/s);
  });

  it('shows words as words, whatever they look like', async () => {
    await twitterApiClient(sandbox).v2.tweet(
      '<script>alert(1)</script> "quoted" https://example.org/a?b=1&c=2',
    );
    const { html } = await open(`/${charity}`);
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &quot;quoted&quot;');
    expect(html).toContain('href="https://example.org/a?b=1&amp;c=2"');
  });
});

describe('its colours', () => {
  const light = /:root \{([^}]*)\}/.exec(stylesheet)?.[1] ?? '';
  const dark = /prefers-color-scheme: dark\) \{\s*:root \{([^}]*)\}/.exec(stylesheet)?.[1] ?? '';

  it.each([
    ['light', light],
    ['dark', dark],
  ])('read at 7:1 and better in %s', (_scheme, declarations) => {
    const colour = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(declarations)?.[1] ?? '';
    for (const ground of ['paper', 'wash']) {
      for (const text of ['ink', 'quiet', 'link']) {
        expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(7);
      }
    }
    expect(contrast(colour('accent'), colour('paper'))).toBeGreaterThanOrEqual(7);
  });
});

/** Contrast of two colours by WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
