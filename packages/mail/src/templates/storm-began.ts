import type { Letter } from '../mailer.js';

/** For the team, once a storm. It says nothing of what was written: a mail is read in many places. */
export const stormBegan = ({
  charity,
  page,
}: {
  readonly charity: string;
  readonly page: string;
}): Letter => ({
  subject: 'Very many messages are coming in',
  text: `Hello,

very many messages are being sent to the account of ${charity}. It is more than a person can read. They are set aside, and your
curator does not see them.

Please ask your curator how they are. If it is abuse, you can hold or pause the account here:

${page}

You need not read the messages to do that. Look after yourself as well.

${charity}
`,
});
