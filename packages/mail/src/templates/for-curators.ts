import type { Letter } from '../mailer.js';

interface ToCurator {
  readonly charity: string;
  readonly penName: string;
  readonly zone: string;
  readonly signIn: string;
}

const day = (at: Date, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: zone,
  }).format(at);
const clock = (at: Date, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(at);

export const takeoverBooked = (booking: ToCurator & { opensAt: Date; closesAt: Date }): Letter => {
  const { charity, penName, zone, signIn, opensAt, closesAt } = booking;
  return {
    subject: `Your weekend at ${charity}: ${day(opensAt, zone)}`,
    text: `Hello ${penName},

your takeover is booked:

    from ${day(opensAt, zone)}, ${clock(opensAt, zone)}
    to   ${day(closesAt, zone)}, ${clock(closesAt, zone)}
    (${zone})

It opens and closes by itself. You sign in here, with a code by mail:
${signIn}

If you are not well that day, tell us with one press. Somebody else will stand in.

Warm wishes,
${charity}
`,
  };
};

export const surveyInvitation = ({ charity, penName, signIn }: ToCurator): Letter => ({
  subject: `How was your weekend, ${penName}?`,
  text: `Hello ${penName},

thank you for your weekend with ${charity}. Would you tell us how it was? Five short questions, two minutes. You may skip
any of them.

${signIn}

If the weekend stirred something up, you are not alone. Talk to somebody you trust, or tell us in the survey.

Warm wishes,
${charity}
`,
});
