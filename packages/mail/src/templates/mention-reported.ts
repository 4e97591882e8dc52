import type { Letter } from '../mailer.js';

/** For whoever is on call. It says nothing of who wrote what: a mail is read in many places. */
export const mentionReported = ({
  charity,
  page,
  isUrgent,
}: {
  readonly charity: string;
  readonly page: string;
  readonly isUrgent: boolean;
}): Letter => ({
  subject: isUrgent ? 'Please look now: a message was reported' : 'Please look: a message was reported',
  text: `Hello,

somebody has told you about a message to the account of ${charity}. ${
    isUrgent ? 'They say that it may be about a danger.' : 'It may be hard to read.'
  }
It is out of the inbox already. Please see what is to be done:

${page}

It stays on the list until one of you says what was done. Look after yourself as well: you need not do this alone.

${charity}
`,
});
