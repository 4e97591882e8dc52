import type { Letter } from '../mailer.js';

interface ToCurator {
  readonly charity: string;
  readonly penName: string;
  /** The charity’s zone: times are told in it, and it is named. */
  readonly zone: string;
  readonly signIn: string;
}

export const takeoverBooked = ({
  charity,
  penName,
  zone,
  signIn,
  opensAt,
  closesAt,
}: ToCurator & { readonly opensAt: Date; readonly closesAt: Date }): Letter => ({
  subject: `Your booking for ${dayOf(opensAt, zone)}`,
  text: `Hello ${penName},

your takeover of the account of ${charity} is booked:

    from ${dayOf(opensAt, zone)}, ${clockOf(opensAt, zone)}
    to ${dayOf(closesAt, zone)}, ${clockOf(closesAt, zone)}

These are the times in ${cityOf(zone)}. It opens and closes by itself.

You sign in here, with a code by mail:
${signIn}

If you are not well that day, please tell us. You let nobody down.

Warm wishes,
${charity}
`,
});

export const surveyInvitation = ({
  charity,
  penName,
  signIn,
}: Pick<ToCurator, 'charity' | 'penName' | 'signIn'>): Letter => ({
  subject: `How was it, ${penName}?`,
  text: `Hello ${penName},

thank you for taking over the account of ${charity}. Would you tell us how it was?

There are five short questions. They take two minutes, and you may skip any of them.
${signIn}

If it stirred something up, you are not alone. Please talk to somebody you trust.

Warm wishes,
${charity}
`,
});

const dayOf = (at: Date, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: zone,
  }).format(at);

const clockOf = (at: Date, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(at);

/** `America/New_York` as people say it. */
const cityOf = (zone: string): string => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
