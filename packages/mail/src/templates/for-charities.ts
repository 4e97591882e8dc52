import type { Letter } from '../mailer.js';

/**
 * Opens a page with a button: a scanner that opens links confirms nothing. Nothing a stranger typed is in it: the address is not
 * proved yet, and nobody shall have us mail their words to others.
 */
export const confirmAboard = ({ link }: { link: string }): Letter => ({
  subject: 'Please confirm your address',
  text: `Hello,

somebody asked to bring a charity aboard Baton, and gave this address.

Was that you? Then open this page, and press its button:
${link}

It works for a day.

If it was not you, you need not do anything. We forget it tomorrow.
`,
});

export const charityDeclined = ({ charity, reason }: { charity: string; reason: string }): Letter => ({
  subject: 'About your application',
  text: `Hello,

thank you for wanting to bring ${charity} aboard. This time the answer is no. The person who decided wrote:

${reason}

We have erased what you sent us. You may ask again at any time.
`,
});
