import type { Letter } from '../mailer.js';

export interface SignInCode {
  readonly charity: string;
  /** Where the code is typed in. */
  readonly page: string;
  readonly code: string;
}

/**
 * For staff and curators. The code alone signs nobody in: it has to be typed where it was asked for. A scanner that
 * opens links finds only a form.
 */
export const signInCode = ({ charity, page, code }: SignInCode): Letter => ({
  subject: `Your sign-in code is ${code}`,
  text: `Hello,

your code is

    ${code}

Type it in on the page where you asked for it:
${page}

It works once, for 15 minutes.

If you did not ask for it, you need not do anything. Please tell nobody the code. We never ask for it by phone or mail.

${charity}
`,
});
