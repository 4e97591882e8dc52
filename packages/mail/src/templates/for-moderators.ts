import type { Letter } from '../mailer.js';

interface About {
  readonly charity: string;
  readonly page: string;
}

/** Letters to the team say nothing of who wrote what: a mail is read in many places. */
export const postHandedUp = ({ charity, page }: About): Letter => ({
  subject: 'Please look: somebody asks for your opinion',
  text: `Hello,

somebody of the team would like you to decide about a post that waits. Please look when you can:

${page}

Its author is waiting. They know that somebody looks at it.

${charity}
`,
});

const late = {
  heldPost: {
    subject: 'Please look: a post has been waiting for long',
    text: 'a post has been waiting for the team longer than you mean to let anybody wait.',
  },
  followUp: {
    subject: 'Please look now: somebody still waits for you',
    text: 'somebody who may be in distress is still on the list. Nobody has said yet what was done.',
  },
  report: {
    subject: 'Please look: a reported message still waits',
    text: 'a message that was reported to you is still on the list.',
  },
} as const;

export const teamIsLate = ({
  charity,
  page,
  what,
}: About & { readonly what: keyof typeof late }): Letter => ({
  subject: late[what].subject,
  text: `Hello,

${late[what].text} Please look:

${page}

If you cannot look just now, please ask another one of the team.

${charity}
`,
});
