import type { Letter } from '../mailer.js';

/** For whoever is on call. It says nothing of who wrote what: a mail is read in many places. */
export const crisisNoticed = ({
  charity,
  page,
  answered = false,
}: {
  readonly charity: string;
  readonly page: string;
  /** They answered what they were asked afterwards: a follower, or a curator. */
  readonly answered?: boolean;
}): Letter => ({
  subject: 'Please look now: somebody may need help',
  text: `Hello,

somebody who ${answered ? `answered what ${charity} asked about a weekend` : `writes for ${charity}`} may be in distress. They have been shown where to find help. Please look now, and see how
they are:

${page}

If you think that a life is in danger, call the emergency services.

It stays on the list until one of you says what was done. Look after yourself as well: you need not do this alone.

${charity}
`,
});
