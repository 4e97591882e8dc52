import { describe, expect, it } from '@jest/globals';
import { plainText } from './plain-text.js';

const drawn = (text: string) => plainText(text).source.trim();

describe('what a team has written without markup', () => {
  it('has the paragraphs of its empty lines, and keeps its other lines', () => {
    expect(drawn('One\ntwo\r\n\r\nThree')).toBe('<p class="typed">One\ntwo</p>\n<p class="typed">Three</p>');
  });

  it('lets indented lines stand out, wherever in a paragraph they are, and at the very beginning', () => {
    expect(drawn('    First\n\nA few:\n    Say hello.\n    Ask.\nThat is all.')).toBe(
      [
        '<ul class="stands-out"><li>First</li></ul>',
        '<p class="typed">A few:</p>',
        '<ul class="stands-out"><li>Say hello.</li><li>Ask.</li></ul>',
        '<p class="typed">That is all.</p>',
      ].join('\n'),
    );
  });

  it('shows markup as it was typed', () => {
    expect(drawn('<img src=x>')).toBe('<p class="typed">&lt;img src=x&gt;</p>');
  });

  it('is nothing where nothing was written', () => {
    expect(drawn('\n \n')).toBe('');
  });
});
