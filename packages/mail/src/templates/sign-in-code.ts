import type { Letter } from '../mailer.js';

export interface SignInCode {
  readonly charity: string;
  /** Where the code is typed in. */
  readonly page: string;
  readonly code: string;
  /** Opens a page with a button that signs in. */
  readonly link?: string;
}

/**
 * For staff and curators. The code works only where it was asked for, and the link only opens a page with a button: a
 * scanner that opens links, or a stranger who asks for codes, signs nobody in.
 */
export const signInCode = ({ charity, page, code, link }: SignInCode): Letter => ({
  subject: `Your sign-in code is ${code}`,
  text: `Hello,

your code is

    ${code}

Type it in on the page where you asked for it:
${page}
${link ? orByLink(link) : ''}
It works once, for 15 minutes.

If you did not ask for it, you need not do anything. Please tell nobody the code. We never ask for it by phone or mail.

${charity}
`,
});

const orByLink = (link: string): string => `
Or open this page, and press its button:
${link}
`;

export interface SignInLink {
  readonly charity: string;
  /** Where a new mail can be asked for. */
  readonly page: string;
  readonly link: string;
}

/** For somebody who did not ask: their charity has just come aboard, or taken them on its team. */
export const signInLink = ({ charity, page, link }: SignInLink): Letter => ({
  subject: 'You can sign in now',
  text: `Hello,

you are on the team of ${charity} now.

Open this page, and press its button to sign in:
${link}

It works once, for 15 minutes. Later, ask for a new mail here:
${page}

There is no password.

${charity}
`,
});

/** For somebody who is signed in and about to take a big step. The code signs nobody in. */
export const stepUpCode = ({ code }: { readonly code: string }): Letter => ({
  subject: `Your code to confirm is ${code}`,
  text: `Hello,

you are about to take a big step, and we ask whether it is you. Your code is

    ${code}

Type it in on the page that asks for it. It works once, for 15 minutes.

Was it not you? Then somebody else is signed in as you. Please sign in and end all other sessions.

Baton
`,
});
