import type { Letter } from '../mailer.js';

export interface ApplicantsWait {
  readonly charity: string;
  readonly page: string;
  readonly notLookedAt: number;
  readonly answerUnread: number;
  readonly lookAgain: number;
  /** Forms set aside as likely spam. */
  readonly setAside?: number | undefined;
}

/** Numbers only: a mail to the team is read in many places. */
export const applicantsWait = ({ charity, page, ...waiting }: ApplicantsWait): Letter => ({
  subject: 'Somebody waits for your team',
  text: `Hello,

these people are waiting to hear from you:

${linesOf(waiting)}

Please look when you can:

${page}

A few words are enough. Nobody minds a short answer; everybody minds none.

${charity}
`,
});

const linesOf = ({
  notLookedAt,
  answerUnread,
  lookAgain,
  setAside = 0,
}: Omit<ApplicantsWait, 'charity' | 'page'>): string =>
  [
    notLookedAt > 0 ? `    Applied, and nobody has looked yet: ${notLookedAt}` : '',
    answerUnread > 0 ? `    Wrote to you, and nobody has read it: ${answerUnread}` : '',
    lookAgain > 0 ? `    You meant to look again today: ${lookAgain}` : '',
    setAside > 0 ? `    Set aside, because it looks like spam, and nobody has checked: ${setAside}` : '',
  ]
    .filter((line) => line !== '')
    .join('\n');
