import { describe, expect, it } from '@jest/globals';
import { weighText } from './weigh-text.js';

describe('the weight X counts', () => {
  it.each([
    ['letters', 'a'.repeat(280), 280],
    ['any emoji, joined ones too', '🧑‍🦽❤️‍🩹👩🏽‍🦯🏴󠁧󠁢󠁳󠁣󠁴󠁿1️⃣', 10],
    ['a link, however long', `https://example.org/${'a'.repeat(200)}`, 23],
    ['a bare domain', 'example.com', 23],
    ['a link beside an emoji', '🧡 example.com', 26],
    ['punctuation outside the light ranges', '…€•', 6],
    ['other scripts', '多発性', 6],
    ['composed and decomposed letters alike', 'e\u0301', 1],
  ])('weighs %s', (_what, text, weight) => {
    expect(weighText(text)).toBe(weight);
  });
});
