import { describe, expect, it } from '@jest/globals';
import * as templates from './index.js';
import type { Letter } from './mailer.js';

const charity = 'Shine MS';
const signIn = 'https://baton.example/sign-in/shine-ms';
const link = 'https://baton.example/sign-in-by-link?token=abc';

const letters: Record<string, Letter> = {
  signInCode: templates.signInCode({ charity, page: signIn, code: '01234567' }),
  signInCodeAndLink: templates.signInCode({ charity, page: signIn, code: '01234567', link }),
  signInLink: templates.signInLink({ charity, page: signIn, link }),
  auditDigest: templates.auditDigest({ charity, day: '2027-03-26', number: 41, hash: 'ab'.repeat(32) }),
  crisisNoticed: templates.crisisNoticed({ charity, page: signIn }),
  mentionReported: templates.mentionReported({ charity, page: signIn, isUrgent: true }),
  applicantsWait: templates.applicantsWait({
    ...{ charity, page: signIn },
    ...{ notLookedAt: 2, answerUnread: 1, lookAgain: 1 },
  }),
  postHandedUp: templates.postHandedUp({ charity, page: signIn }),
  teamIsLate: templates.teamIsLate({ charity, page: signIn, what: 'followUp' }),
  stormBegan: templates.stormBegan({ charity, page: signIn }),
  teamInvitation: templates.teamInvitation({ charity, role: 'manager', link }),
};

describe.each(Object.entries(letters))('the letter %s', (_, { subject, text }) => {
  it('names no charity where a locked screen shows it', () => {
    expect(subject).not.toContain(charity);
  });

  it('says in the text whom it is from', () => {
    expect(text.trim().split('\n').at(-1)).toBe(charity);
  });

  it('has sentences of at most twenty words, so that it reads with a tired head', () => {
    const sentences = text.split(/[.?!:]\s|\n{2,}|\n/).map((sentence) => sentence.split(/\s+/).length);
    expect(Math.max(...sentences)).toBeLessThanOrEqual(20);
  });

  it('is plain text, with each link on a line of its own', () => {
    expect(text).not.toMatch(/<[a-z/!]|&[a-z]+;|\*\*/i);
    const lines = text.split('\n').filter((line) => line.includes('://'));
    for (const line of lines) expect(line).toMatch(/^https:\S+$/);
  });

  it('has no gap where something was to be filled in', () => {
    expect(`${subject} ${text}`).not.toMatch(/undefined|null|NaN|\n{3,}|Invalid/);
  });
});

describe('what letters say', () => {
  it('shows the code where it is seen first, and on a line of its own to copy', () => {
    expect(letters['signInCode']?.subject).toContain('01234567');
    expect(letters['signInCode']?.text).toContain('\n\n    01234567\n\n');
  });

  it('puts no code into a link: scanners that open links sign nobody in', () => {
    const links = letters['signInCode']?.text.match(/https?:\S+/g);
    expect(links).toEqual([signIn]);
  });
});
