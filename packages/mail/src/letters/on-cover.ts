import { defineLetter } from './define-letter.js';
import { charity, penName, signIn } from './places.js';

const when = {
  opensOn: { about: 'the day it opens', sample: 'Friday 26 March 2027' },
  opensAt: { about: 'the time it opens', sample: '17:30' },
  closesOn: { about: 'the day it closes', sample: 'Monday 29 March 2027' },
  closesAt: { about: 'the time it closes', sample: '09:00' },
  city: { about: 'the city whose clock these times are told by', sample: 'London' },
  answerOn: { about: 'the last day on which they can answer', sample: 'Thursday 25 March 2027' },
  answerAt: { about: 'the time of that day', sample: '12:00' },
} as const;

/** Why somebody is needed is nobody’s business: the letter says that, and no more. */
export const coverAsked = defineLetter({
  name: 'coverAsked',
  about: 'Somebody cannot make their takeover, and it is this curator’s turn to be asked.',
  places: { charity, penName, signIn, ...when },
  words: {
    en: {
      subject: 'Could you step in on {opensOn}?',
      opening: 'Hello {penName}, somebody is needed. A no is as good as a yes, and nobody asks why.',
      text: `Could you take over the account of {charity} at this time?

    from {opensOn}, {opensAt}
    to {closesOn}, {closesAt}

These are the times in {city}. Has it begun already? Then it begins for you when you say yes.

Please sign in and say yes or no:
{signIn}

It is kept for you until {answerOn}, {answerAt}. After that we ask somebody else, and all is well.

Warm wishes,
{charity}`,
    },
  },
});

export const slotFreed = defineLetter({
  name: 'slotFreed',
  about: 'A slot is free again, and it is this curator’s turn of those who wait for one.',
  places: { charity, penName, signIn, ...when },
  words: {
    en: {
      subject: 'A slot for you: {opensOn}',
      opening: 'Hello {penName}, a time has become free, and you are the first who may have it.',
      text: `You can take over the account of {charity} at this time:

    from {opensOn}, {opensAt}
    to {closesOn}, {closesAt}

These are the times in {city}.

Please sign in and say yes or no:
{signIn}

It is kept for you until {answerOn}, {answerAt}. If you say no, or nothing, you keep your place in the queue.

Warm wishes,
{charity}`,
    },
  },
});

export const swapAsked = defineLetter({
  name: 'swapAsked',
  about: 'A curator asks another one to swap their bookings.',
  places: {
    charity,
    penName,
    signIn,
    ...when,
    insteadOn: { about: 'the day of the booking they would give', sample: 'Friday 9 April 2027' },
  },
  words: {
    en: {
      subject: 'Would you swap {insteadOn}?',
      opening: 'Hello {penName}, somebody would like to swap with you. You need not, and nobody asks why.',
      text: `You have a booking with {charity} that opens on {insteadOn}. You would have this time in its place:

    from {opensOn}, {opensAt}
    to {closesOn}, {closesAt}

These are the times in {city}.

Please sign in and say yes or no:
{signIn}

You can answer until {answerOn}, {answerAt}. Until you say yes, everything stays as it is.

Warm wishes,
{charity}`,
    },
  },
});

export const swapNotToBe = defineLetter({
  name: 'swapNotToBe',
  about: 'A swap that a curator proposed, or said yes to, will not be.',
  places: { charity, penName, signIn },
  words: {
    en: {
      subject: 'Your swap will not be',
      opening: 'Hello {penName}, the swap will not take place. Your booking stays as it is.',
      text: `Nothing has changed for you at {charity}.

Does your time not suit you any more? You can ask somebody else for a swap, or call it off without a reason:
{signIn}

Warm wishes,
{charity}`,
    },
  },
});
