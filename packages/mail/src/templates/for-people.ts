import type { Letter } from '../mailer.js';

/** To a new address, which may be a stranger's: nothing of the person is in it. */
export const confirmAddress = ({ charity, code }: { charity: string; code: string }): Letter => ({
  subject: `Your code is ${code}`,
  text: `Hello,

somebody, most likely you, wants mail from us to come to this address.

Your code is

    ${code}

Type it in on your own page, where you changed your address. It works once, for 15 minutes.

If this was not you, you need not do anything. No more mail comes here.

${charity}
`,
});
