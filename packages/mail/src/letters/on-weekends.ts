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

const remembers = { charity, penName, signIn, ...when } as const;

export const weekendInTwoWeeks = defineLetter({
  name: 'weekendInTwoWeeks',
  about: 'Two weeks before a booking opens, in the morning by the curator’s own clock.',
  places: remembers,
  words: {
    en: {
      subject: 'In two weeks: {opensOn}',
      opening: 'Hello {penName}, in two weeks it is your turn. There is nothing you have to do today.',
      text: `You have the account of {charity}

    from {opensOn}, {opensAt}
    to {closesOn}, {closesAt}

These are the times in {city}.

If you like, you can prepare your first post in peace, or read the advice once more:
{signIn}

Does the time not suit you any more? There you can swap it or call it off, too. You need no reason.

Warm wishes,
{charity}`,
    },
  },
});

export const weekendInTwoDays = defineLetter({
  name: 'weekendInTwoDays',
  about: 'Two days before a booking opens, in the morning by the curator’s own clock.',
  places: remembers,
  words: {
    en: {
      subject: 'The day after tomorrow: {opensOn}, {opensAt}',
      opening: 'Hello {penName}, the day after tomorrow it begins. It opens by itself; you need no password.',
      text: `You have the account of {charity}

    from {opensOn}, {opensAt}
    to {closesOn}, {closesAt}

These are the times in {city}. You sign in here:
{signIn}

Post as much or as little as you like. You can rest whenever you want, with one press.

Not well? Press “unwell” on that page, and somebody else is found. You let nobody down.

Warm wishes,
{charity}`,
    },
  },
});

export const weekendInAnHour = defineLetter({
  name: 'weekendInAnHour',
  about: 'An hour before a booking opens.',
  places: remembers,
  words: {
    en: {
      subject: 'It begins at {opensAt}',
      opening: 'Hello {penName}, in an hour it begins. A cup of tea is a fine way to wait.',
      text: `The account of {charity} is yours

    from {opensOn}, {opensAt}
    to {closesOn}, {closesAt}

These are the times in {city}. You sign in here:
{signIn}

Not well after all? Press “unwell” on that page. You need no reason.

Warm wishes,
{charity}`,
    },
  },
});

export const weekendHasBegun = defineLetter({
  name: 'weekendHasBegun',
  about: 'A takeover has opened.',
  places: remembers,
  words: {
    en: {
      subject: 'It is yours until {closesOn}, {closesAt}',
      opening: 'Hello {penName}, it has begun: the account is in your hands.',
      text: `You have the account of {charity} until

    {closesOn}, {closesAt}

This is the time in {city}. It closes by itself. You write here:
{signIn}

Somebody of the team is there if anything feels wrong. You can rest, or end, whenever you want.

Enjoy it,
{charity}`,
    },
  },
});

export const weekendEndsSoon = defineLetter({
  name: 'weekendEndsSoon',
  about: 'An hour before a takeover closes.',
  places: remembers,
  words: {
    en: {
      subject: 'It closes at {closesAt}',
      opening: 'Hello {penName}, in an hour it closes by itself. There is nothing you have to do.',
      text: `The account goes back to {charity} on

    {closesOn}, {closesAt}

This is the time in {city}. If there is something you would still like to say, now is a good time:
{signIn}

Afterwards the account says goodbye for you.

Thank you,
{charity}`,
    },
  },
});
