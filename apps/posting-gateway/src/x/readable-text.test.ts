import { describe, expect, it } from '@jest/globals';
import { readableText } from './readable-text.js';

describe('reading a post as its writer typed it', () => {
  it('puts links back and leaves the pictures’ link out', () => {
    const urls = [
      { url: 'https://t.co/abc', expanded_url: 'https://example.org/a?b=$&' },
      { url: 'https://t.co/pic', expanded_url: 'https://x.com/shine_ms/status/1/photo/1' },
    ];
    expect(readableText({ text: 'See https://t.co/abc https://t.co/pic', entities: { urls } })).toBe(
      'See https://example.org/a?b=$&',
    );
  });

  it('takes X’s escaping back exactly once', () => {
    expect(readableText({ text: 'a &lt; b &amp;&amp; c, &amp;lt;', entities: { urls: [] } })).toBe(
      'a < b && c, &lt;',
    );
  });
});
