import type { OutputOf, viewMyData } from '@baton/contracts';
import type { KeptFor } from '../retention/kept-for.js';

type Held = OutputOf<typeof viewMyData>['held'];

/** What recruitment holds about a curator, in plain words. A new table that holds something of a person gets a line here. */
export const whatIsHeld = ({ identityDays }: KeptFor): Held => {
  const untilYouLeave = `Until you leave, or ${identityDays} days after your last weekend.`;
  const evidence = 'It stays when you leave, under a number that leads to nobody any more.';
  return [
    {
      kind: 'identity',
      what: 'Your name, your e-mail address, your phone number if you gave one, and what else you asked to be warned about. Locked away.',
      why: 'So that we can mail you, and reach you if something happens. Whoever opens it has to say why. Baton makes fingerprints of it that nobody can read, to warn you before a post tells who you are.',
      howLong: untilYouLeave,
    },
    {
      kind: 'application',
      what: 'Your pen name, how much of you is shown, what you wrote about yourself, and what you answered to the charity’s questions.',
      why: 'So that the team can decide and prepare your weekend.',
      howLong: untilYouLeave,
    },
    {
      kind: 'notes',
      what: 'What the team noted about your application. You find it in your download.',
      why: 'So that the team need not ask you twice.',
      howLong: untilYouLeave,
    },
    {
      kind: 'preparation',
      what: 'What you have done of your list, and which pages of the advice you have read.',
      why: 'So that you are ready by yourself when all is done, and can go on where you stopped.',
      howLong: untilYouLeave,
    },
    {
      kind: 'buddies',
      what: 'Who is your buddy or whose you are, by pen name, and what you wrote to each other. Locked away.',
      why: 'So that you can write to each other without an address.',
      howLong: 'Until one of you leaves.',
    },
    {
      kind: 'conversation',
      what: 'What you and the team wrote to each other. You find it in your download.',
      why: 'So that both of you can read it again.',
      howLong: untilYouLeave,
    },
    {
      kind: 'takeovers',
      what: 'When you had the account, whether somebody suggested you, and until when you said “not now”.',
      why: 'For your certificates, and so that we ask you again on the day you chose.',
      howLong: untilYouLeave,
    },
    {
      kind: 'suggestions',
      what: 'When you suggested somebody. Whom you suggested is locked away, and forgotten unless they agree.',
      why: 'So that they can be asked, and nobody too often.',
      howLong: untilYouLeave,
    },
    {
      kind: 'letters',
      what: 'Which letters went to you, and when. Not what they said. You find it in your download.',
      why: 'So that no letter goes twice, and none whose reason is gone.',
      howLong: untilYouLeave,
    },
    {
      kind: 'mail wishes',
      what: 'In which language you are written to, whether mails tell nothing at a glance, and whether a mail to you came back.',
      why: 'So that you are written to as you like, and the team can see when your address no longer works.',
      howLong: untilYouLeave,
    },
    {
      kind: 'weekends',
      what: 'When your weekends are, as the calendar told it.',
      why: 'So that no mail speaks of one that is off.',
      howLong: untilYouLeave,
    },
    {
      kind: 'consents',
      what: 'What you said yes or no to, word for word, and when.',
      why: 'So that you and we can show what was agreed.',
      howLong: evidence,
    },
    {
      kind: 'agreement',
      what: 'Which version of the curating agreement you accepted, and when.',
      why: 'So that you and we can show what was agreed.',
      howLong: evidence,
    },
    {
      kind: 'openings',
      what: 'Who opened your identity, when and why.',
      why: 'So that you can see it.',
      howLong:
        'The reasons go when you leave. Who and when stays, under a number that leads to nobody any more.',
    },
    {
      kind: 'sign-in',
      what: 'When a code was asked for your address. No code is kept.',
      why: 'So that nobody can guess codes or fill your mailbox.',
      howLong: 'A day or two.',
    },
  ];
};
