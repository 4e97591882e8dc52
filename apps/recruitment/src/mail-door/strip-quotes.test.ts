import { describe, expect, it } from '@jest/globals';
import { stripQuotes } from './strip-quotes.js';

describe('what somebody wrote themself in an answer', () => {
  it.each([
    ['below a line that introduces it', 'Yes please\n\nOn Mon, Baton <a@b.example> wrote:\n> Would you?'],
    [
      'below such a line in two',
      'Yes please\n\nOn Monday the first of March Baton\n<a@b.example> wrote:\n> Would you?',
    ],
    ['in Welsh', 'Yes please\n\nAr ddydd Llun ysgrifennodd Baton:\n> Would you?'],
    ['in German', 'Yes please\n\nAm Montag schrieb Baton <a@b.example>:\n> Would you?'],
    ['as Outlook does', 'Yes please\r\n\r\n________________________________\r\nFrom: Baton\r\nWould you?'],
    ['as old Outlook does', 'Yes please\n\n-----Original Message-----\nFrom: Baton\nWould you?'],
    ['as a phone does', 'Yes please\n\nFrom: Baton <a@b.example>\nSent: Monday\nWould you?'],
    ['above it', '> Would you?\n\nYes please'],
    ['and a signature', 'Yes please\n-- \nAda\nWould you?'],
    ['and nothing else', 'Yes please'],
  ])('is kept without what it answers: %s', (_, text) => {
    expect(stripQuotes(text)).toBe('Yes please');
  });

  it('is kept between what it answers, in its order', () => {
    expect(stripQuotes('> Friday?\nYes.\n> Monday?\nNo.')).toBe('Yes.\nNo.');
  });

  it('is kept where it only looks like an introduction', () => {
    const text = 'On Monday I can, on Tuesday I cannot.\nI wrote: yes.\nFrom: my heart, thank you.';
    expect(stripQuotes(text)).toBe(text);
  });

  it('is nothing where only the quote was sent back', () => {
    expect(stripQuotes('On Mon, Baton wrote:\n> x')).toBe('');
  });

  it('is found in a megabyte without a wait that grows with it', () => {
    const began = performance.now();
    stripQuotes(`${'On '.repeat(100_000)}\n${'On wrote \n'.repeat(60_000)}`);
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
