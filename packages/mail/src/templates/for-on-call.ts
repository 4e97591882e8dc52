import type { Letter } from '../mailer.js';
import { when } from './when.js';

interface About {
  readonly charity: string;
  readonly page: string;
  readonly zone: string;
}

const problemWords = {
  notConnected: 'The X account is not connected. Please connect it; nothing can go out without it.',
  reconnectNeeded: 'X does not let us in any more. Please connect the X account again.',
  xDoesNotAnswer: 'X does not answer just now. We try again by ourselves.',
  budgetSpent: 'What a takeover may cost is used up. Please look at the budget.',
  outOfCredit: 'The credit of your developer app at X is used up. Please add credit on X.',
  switchOn: 'The kill switch is on, or your charity is suspended. Nothing goes out until that ends.',
  curatorNotReady: 'The curator may not curate any more. Please look for somebody else.',
  nobodyOnCall: 'Nobody of the team is on call when it begins. Please put somebody on call.',
  gatewaySilent: 'We could not find out whether posts can go out. Please look at the account.',
} as const;

/** Before a takeover opens, while there is still time. It names nobody. */
export const preFlightFailed = ({
  charity,
  page,
  zone,
  problems,
  opensAt,
}: About & {
  readonly problems: readonly (keyof typeof problemWords)[];
  readonly opensAt: string;
}): Letter => ({
  subject: 'Please look: something is missing for a takeover',
  text: `Hello,

a takeover of the account of ${charity} opens on ${when(opensAt, zone)}. This is missing:

${problems.map((problem) => `- ${problemWords[problem]}`).join('\n')}

Please look here:

${page}

${charity}
`,
});

export const shiftBegins = ({ charity, page, zone, until }: About & { readonly until: string }): Letter => ({
  subject: 'You are on call from now on',
  text: `Hello,

you are on call for ${charity} until ${when(until, zone)}. We write to you if something needs a person. Here you see what
waits now, and can say “I see to it”:

${page}

If something comes up, you can offer your shift to the others there. You stay on call until one of them has taken it.

Look after yourself as well.

${charity}
`,
});
