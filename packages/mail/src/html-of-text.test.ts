import { describe, expect, it } from '@jest/globals';
import { htmlOf } from './html-of-text.js';

const body = (text: string) =>
  /<body[^>]*>\n([\s\S]*)\n<\/body>/.exec(htmlOf({ subject: 'Hello', text }))?.[1];

describe('the HTML of a mail', () => {
  it('has the paragraphs, lines and marked lines of the text', () => {
    expect(body('One\ntwo\n\n    Three\n')).toBe('<p>One<br>\ntwo</p>\n<p><strong>Three</strong></p>');
  });

  it('says what language it is in and what it is about', () => {
    expect(htmlOf({ subject: 'A & B', text: '' })).toMatch(
      /<html lang="en">[\s\S]*<title>A &#38; B<\/title>/,
    );
  });

  it('shows markup as it was typed and runs none of it', () => {
    expect(body('<img src=x onerror="alert(1)">')).toBe(
      '<p>&#60;img src=x onerror=&#34;alert(1)&#34;&#62;</p>',
    );
  });

  it('links a line that is an address, and not one inside a sentence', () => {
    expect(body('https://baton.example/a?b=1&c=2')).toContain(
      '<a href="https://baton.example/a?b=1&#38;c=2"',
    );
    expect(body('I am https://evil.example now')).not.toContain('<a ');
    expect(body('javascript:alert(1)')).not.toContain('<a ');
  });

  it('loads nothing from anywhere', () => {
    expect(htmlOf({ subject: 'Hello', text: 'x' })).not.toMatch(/src=|url\(|<link|<script/);
  });
});
