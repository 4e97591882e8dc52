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
    ['below the quote', 'On Mon, Baton <a@b.example> wrote:\n> Would you?\n\nYes please'],
    [
      'below a quote whose introduction is in two lines',
      'On Monday the first Baton\n<a@b.example> wrote:\n\n> Would you?\nYes please',
    ],
    ['below a forwarded quote', '-----Original Message-----\n> Would you?\n\nYes please'],
    ['below a quote with a signature', 'On Mon, Baton wrote:\n> Would you?\n\nYes please\n-- \nAda'],
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

  it('is kept before, between and below', () => {
    const text = 'Hello.\n-- \nAda\nOn Mon, Baton wrote:\n> Friday?\nYes.\n> Monday?\nNo.';
    expect(stripQuotes(text)).toBe('Hello.\nYes.\nNo.');
  });

  it('is kept below an introduction that introduces no quote', () => {
    const text = 'Two things.\nOn Monday my doctor wrote:\nrest more.\n____________________\nAnd the second.';
    expect(stripQuotes(text)).toBe(text);
  });

  it.each([
    ['a quote that is not marked', 'From: Baton <a@b.example>\nSent: Monday\nWould you?\n\nYes please'],
    ['nothing but a quote', 'On Mon, Baton wrote:\n> x\n> yes, in here'],
    ['nothing but a signature', '-- \nYes please'],
  ])('is the whole mail where that is %s: too much is better than nothing', (_, text) => {
    expect(stripQuotes(text)).toBe(text);
  });

  it('is kept without the keys of links that were in the quote', () => {
    const link = `https://baton.example/c/x/application?token=${'k'.repeat(43)}`;
    expect(stripQuotes(`From: Baton\nSent: Monday\n${link}`)).not.toContain('kkk');
  });

  it('is nothing where nothing was sent', () => {
    expect(stripQuotes(' \n\n')).toBe('');
  });

  it('is found in a megabyte without a wait that grows with it', () => {
    const began = performance.now();
    stripQuotes(`${'On '.repeat(100_000)}\n${'On wrote \n'.repeat(60_000)}`);
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
