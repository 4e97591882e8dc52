import type { Letter } from '../mailer.js';

export interface TeamInvitation {
  readonly charity: string;
  readonly role: 'owner' | 'manager' | 'moderator' | 'trustee' | 'analyst';
  /** Opens a page with a button that accepts. */
  readonly link: string;
}

const inWords: Readonly<Record<TeamInvitation['role'], string>> = {
  owner: 'an owner: you may do everything there is to do',
  manager: 'a manager: you choose curators, keep the rota and look after the weekends',
  moderator: 'a moderator: you decide about posts that wait for a person',
  trustee: 'a trustee: you read the reports and set the rules',
  analyst: 'an analyst: you read figures, never who somebody is',
};

/** The link opens a page with a button: a scanner that opens links accepts nothing. */
export const teamInvitation = ({ charity, role, link }: TeamInvitation): Letter => ({
  subject: 'You are invited to a team',
  text: `Hello,

${charity} invites you to its team, as ${inWords[role]}.

Open this page, and press its button:
${link}

It works once, for seven days. There is no password.

Were you not expecting this? Then you need not do anything.

${charity}
`,
});
