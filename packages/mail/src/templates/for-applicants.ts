import type { Letter } from '../mailer.js';

interface ToApplicant {
  readonly charity: string;
  readonly penName: string;
}

/**
 * The first mail to an address that anybody may have typed in. Nothing they typed is in it, so nobody can use the form
 * to send words of their own to somebody else.
 */
export const applicationReceived = ({ charity }: Pick<ToApplicant, 'charity'>): Letter => ({
  subject: 'We have your application',
  text: `Hello,

thank you for offering to take over the account of ${charity} for a weekend. We have your application.

What happens next: a person reads it, and you hear from us by mail. You need not do anything.

Your name and address are locked away. The team sees your pen name and what you wrote about yourself. Whoever opens your name has to say why, and you can see it.

If this was not you, somebody typed in your address by mistake. You can forget this mail.

Warm wishes,
${charity}
`,
});

/** For somebody who has applied already. Told by mail and not on the page, where anybody could ask who has applied. */
export const appliedAlready = ({ charity }: Pick<ToApplicant, 'charity'>): Letter => ({
  subject: 'We have your application already',
  text: `Hello,

somebody, most likely you, has just applied to ${charity} with this address again.

Your first application still stands. The new one was not kept. You need not do anything.

Warm wishes,
${charity}
`,
});

export const applicationAccepted = ({
  charity,
  penName,
  signIn,
}: ToApplicant & { readonly signIn: string }): Letter => ({
  subject: 'Good news about your application',
  text: `Hello ${penName},

yes, please! We would love you to take over the account of ${charity}.

There are three small steps. Take them whenever you feel up to it.

1. Sign in. There is no password. We mail you a code.
${signIn}

2. Read the curating agreement, and say yes to it.

3. Choose a weekend.

You never get the account’s password, and you need no X account of your own. You can rest or stop at any time. Nobody will ask why.

Warm wishes,
${charity}
`,
});

/** `words` are the manager’s own, added where there are any. */
export const applicationDeclined = ({
  charity,
  penName,
  words,
}: ToApplicant & { readonly words: string }): Letter => ({
  subject: 'About your application',
  text: `Hello ${penName},

thank you for offering to take over our account. We cannot say yes this time. We know it takes courage to ask, and this says nothing about you or your story.
${words ? `\n${words}\n` : ''}
You are welcome to apply again.

Warm wishes,
${charity}
`,
});

/** “Not now”. `words` are the manager’s own, added where there are any. */
export const applicationPutOff = ({
  charity,
  penName,
  words,
}: ToApplicant & { readonly words: string }): Letter => ({
  subject: 'About your application',
  text: `Hello ${penName},

thank you for offering to take over our account. We would love you to, only not just now.
${words ? `\n${words}\n` : ''}
We keep your application. You need not do anything, and you need not apply again. You hear from us when the time has come.

Warm wishes,
${charity}
`,
});
