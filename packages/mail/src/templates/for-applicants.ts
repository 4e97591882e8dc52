import type { Letter } from '../mailer.js';

interface ToApplicant {
  readonly charity: string;
  readonly penName: string;
}

export const applicationReceived = ({ charity, penName }: ToApplicant): Letter => ({
  subject: `We have your application, ${penName}`,
  text: `Hello ${penName},

thank you for offering to take over the account of ${charity} for a weekend. We have your application.

What happens next: a person reads it, and you hear from us by mail. You need not do anything.

Your name and address are locked away. The team sees your pen name only.

Warm wishes,
${charity}
`,
});

export const applicationAccepted = ({
  charity,
  penName,
  signIn,
}: ToApplicant & { signIn: string }): Letter => ({
  subject: `Yes, please: take over ${charity}`,
  text: `Hello ${penName},

we would love you to take over the account of ${charity}.

Three small steps, whenever you feel up to it:

1. Sign in here. There is no password; we mail you a code.
   ${signIn}
2. Read the curating agreement and say yes to it.
3. Choose a weekend.

You never get the account’s password, and you need no X account of your own. You can rest or stop at any time, and
nobody will ask why.

Warm wishes,
${charity}
`,
});

export const applicationDeclined = ({
  charity,
  penName,
  words,
}: ToApplicant & { words: string }): Letter => ({
  subject: `About your application to ${charity}`,
  text: `Hello ${penName},

thank you for offering to take over our account. We cannot say yes this time. That says nothing about you or your story.
${words ? `\n${words}\n` : ''}
We have kept nothing but your application, and you are welcome to apply again.

Warm wishes,
${charity}
`,
});
