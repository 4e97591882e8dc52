import { describe, expect, it } from '@jest/globals';
import type { OwnPost } from '../x/x-account.js';
import { findOnTimeline } from './find-on-timeline.js';

const on = (xPostId: string, text: string, replyToXPostId?: string): OwnPost => ({
  xPostId,
  text,
  createdAt: new Date(1_700_000_000_000 + Number(xPostId)),
  ...(replyToXPostId === undefined ? {} : { replyToXPostId }),
});
const find = (text: string, posts: OwnPost[], replyToXPostId: string | null = null, ours: string[] = []) =>
  findOnTimeline({ text, replyToXPostId }, posts, new Set(ours))?.xPostId;

describe('finding a post on the timeline', () => {
  it.each([
    ['the same words', 'Good morning', 'Good morning'],
    ['what X escapes', 'Rap & rest <3', 'Rap &amp; rest &lt;3'],
    ['the link X adds for a picture', 'My smoothie', 'My smoothie https://t.co/AbC123'],
    ['the same, expanded', 'My smoothie', 'My smoothie https://x.com/shine_ms/status/1/photo/1'],
    ['a picture alone', '', 'https://t.co/AbC123'],
    ['a link that X completed', 'See example.com', 'See http://example.com/'],
    ['accents composed', 'Cafe\u0301', 'Café'],
    ['white space X took off', '  one\n\n two ', 'one\n\n two'],
  ])('knows %s', (_, ours, theirs) => {
    expect(find(ours, [on('1', 'Something else'), on('2', theirs)])).toBe('2');
  });

  it.each([
    ['other words', 'Good morning', 'Good morning all'],
    ['other capitals', 'good morning', 'Good morning'],
    ['another link', 'https://example.com/a', 'https://example.com/b'],
  ])('does not take %s for it', (_, ours, theirs) => {
    expect(find(ours, [on('2', theirs)])).toBeUndefined();
  });

  it('looks only where the post would stand in its conversation', () => {
    const posts = [on('5', 'Thanks'), on('6', 'Thanks', '1'), on('7', '@anna @ben Thanks', '2')];
    expect(find('Thanks', posts)).toBe('5');
    expect(find('Thanks', posts, '1')).toBe('6');
    expect(find('Thanks', posts, '2')).toBe('7');
    expect(find('Thanks', posts, '3')).toBeUndefined();
  });

  it('never takes a post that is known as another of ours, and of several the earliest', () => {
    const posts = [on('9', 'Hello'), on('8', 'Hello')];
    expect(find('Hello', posts)).toBe('8');
    expect(find('Hello', posts, null, ['8'])).toBe('9');
    expect(find('Hello', posts, null, ['8', '9'])).toBeUndefined();
  });
});
