import { defineLetter } from './define-letter.js';
import { charity, penName, signIn } from './places.js';

const when = {
  opensOn: { about: 'the day it opens', sample: 'Friday 26 March 2027' },
  opensAt: { about: 'the time it opens', sample: '17:30' },
  closesOn: { about: 'the day it closes', sample: 'Monday 29 March 2027' },
  closesAt: { about: 'the time it closes', sample: '09:00' },
  city: { about: 'the city whose clock these times are told by', sample: 'London' },
} as const;

export const takeoverBooked = defineLetter({
  name: 'takeoverBooked',
  about: 'A curator has booked a slot.',
  places: { charity, penName, signIn, ...when },
  words: {
    en: {
      subject: 'Your booking for {opensOn}',
      opening:
        'Hello {penName}, your booking stands. Everything opens and closes by itself, so there is nothing to do.',
      text: `Your takeover of the account of {charity} is booked:

    from {opensOn}, {opensAt}
    to {closesOn}, {closesAt}

These are the times in {city}.

You sign in here, with a code by mail:
{signIn}

If you are not well that day, please tell us. You let nobody down.

Warm wishes,
{charity}`,
    },
    cy: {
      subject: 'Eich archeb ar gyfer {opensOn}',
      opening: 'Helo {penName}, mae eich archeb wedi’i chadarnhau. Mae popeth yn agor ac yn cau ohono’i hun.',
      text: `Mae eich cyfnod gyda chyfrif {charity} wedi’i archebu:

    o {opensOn}, {opensAt}
    tan {closesOn}, {closesAt}

Dyma’r amserau yn {city}.

Rydych yn mewngofnodi yma, gyda chod drwy e-bost:
{signIn}

Os nad ydych yn teimlo’n dda’r diwrnod hwnnw, dywedwch wrthym. Ni fyddwch yn siomi neb.

Cofion cynnes,
{charity}`,
    },
  },
});

export const takeoverMoved = defineLetter({
  name: 'takeoverMoved',
  about: 'A booking has another time: the rota was changed, or the law of its time zone.',
  places: { charity, penName, signIn, ...when },
  words: {
    en: {
      subject: 'Your booking has moved to {opensOn}',
      opening:
        'Hello {penName}, the times of your booking have changed. These are the new ones; the old ones do not hold.',
      text: `Your takeover of the account of {charity} is now:

    from {opensOn}, {opensAt}
    to {closesOn}, {closesAt}

These are the times in {city}. Everything else stays as it was.

If the new times do not suit you, you can call it off here, without a reason:
{signIn}

Warm wishes,
{charity}`,
    },
  },
});

/** The team, another rota or a hiatus is in its place. */
export const takeoverOff = defineLetter({
  name: 'takeoverOff',
  about: 'A booking will not take place: the team called it off, or the rota was changed.',
  places: { charity, penName, signIn, ...when },
  words: {
    en: {
      subject: 'Your booking for {opensOn} is off',
      opening: 'Hello {penName}, we are sorry: your booking will not take place. It is nothing that you did.',
      text: `This takeover of the account of {charity} is off:

    from {opensOn}, {opensAt}
    to {closesOn}, {closesAt}

We would love to have you another time. You can choose one here:
{signIn}

Warm wishes,
{charity}`,
    },
  },
});

/** They said so themselves: one mail that it was heard, so that nobody lies awake over it. */
export const takeoverGivenUp = defineLetter({
  name: 'takeoverGivenUp',
  about: 'A curator has called off their booking, or is unwell.',
  places: { charity, penName, signIn, ...when },
  words: {
    en: {
      subject: 'That is fine: {opensOn} is off',
      opening: 'Hello {penName}, we heard you. You let nobody down, and there is nothing else to do.',
      text: `You do not have the account of {charity} at this time:

    from {opensOn}, {opensAt}
    to {closesOn}, {closesAt}

Whenever you would like another time, you can choose one here. There is no hurry.
{signIn}

Warm wishes,
{charity}`,
    },
  },
});
