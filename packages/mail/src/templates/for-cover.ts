import type { Letter } from '../mailer.js';
import { when } from './when.js';

export interface UncoveredSlot {
  readonly charity: string;
  readonly page: string;
  readonly zone: string;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly asked: number;
}

/** Why somebody cannot is nobody’s business, and not in it. */
export const slotUncovered = ({ charity, page, zone, opensAt, closesAt, asked }: UncoveredSlot): Letter => ({
  subject: 'A slot needs your team',
  text: `Hello,

whoever had this slot cannot make it:

    from ${when(opensAt, zone)}
    to ${when(closesAt, zone)}

${askedWords(asked)} So the account stays with you. Nothing goes out of it unless you post.

If you know somebody who would step in, you can book it for them here:

${page}

${charity}
`,
});

const askedWords = (asked: number): string =>
  asked === 0
    ? 'Nobody stands by or waits for that time.'
    : `We asked everybody who stands by or waits (${asked}), and nobody can.`;

export const swapAwaitsTeam = ({
  charity,
  page,
}: {
  readonly charity: string;
  readonly page: string;
}): Letter => ({
  subject: 'Two curators would like to swap',
  text: `Hello,

two curators want to swap their bookings, and both have said yes. Your charity wishes to say yes to swaps as well.

Please look here:

${page}

Without an answer everything stays as it is, and both are told.

${charity}
`,
});
