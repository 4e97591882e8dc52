import { describe, expect, it } from '@jest/globals';
import { plainText } from './plain-text.js';

const line = (words: string) => `<span class="line">${words}</span>`;
const drawn = (text: string) => plainText(text).source.trim();

describe('what a team has written without markup', () => {
  it('has the paragraphs of its empty lines, and keeps its other lines', () => {
    expect(drawn('One\ntwo\r\n\r\nThree')).toBe(
      `<p>${line('One')}${line('two')}</p>\n<p>${line('Three')}</p>`,
    );
  });

  it('lets indented lines stand out, wherever in a paragraph they are, and at the very beginning', () => {
    expect(drawn('    First\n\nA few:\n    Say hello.\n    Ask.\nThat is all.')).toBe(
      [
        '<ul class="stands-out"><li>First</li></ul>',
        `<p>${line('A few:')}</p>`,
        '<ul class="stands-out"><li>Say hello.</li><li>Ask.</li></ul>',
        `<p>${line('That is all.')}</p>`,
      ].join('\n'),
    );
  });

  it('shows markup as it was typed', () => {
    expect(drawn('<img src=x>')).toBe(`<p>${line('&lt;img src=x&gt;')}</p>`);
  });

  it('is nothing where nothing was written', () => {
    expect(drawn('\n \n')).toBe('');
  });
});
