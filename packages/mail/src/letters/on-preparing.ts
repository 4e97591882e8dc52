import { defineLetter } from './define-letter.js';
import { charity, penName, signIn } from './places.js';

const buddy = { about: 'the pen name of the other one', sample: 'Sam', hidden: true } as const;

export const youAreReady = defineLetter({
  name: 'youAreReady',
  about: 'The last thing on a curator’s list is done.',
  places: { charity, penName, signIn },
  words: {
    en: {
      subject: 'You are ready, {penName}',
      opening:
        'Hello {penName}, everything on your list is done. You are ready, and you can choose your weekend now.',
      text: `You can take over the account of {charity}.

Sign in, and choose a weekend that suits you:
{signIn}

There is no hurry. Not well when the day comes? Tell us, and somebody else takes over. You let nobody down.

Warm wishes,
{charity}`,
    },
    cy: {
      subject: 'Rydych yn barod, {penName}',
      opening: 'Helo {penName}, mae popeth ar eich rhestr wedi’i wneud. Gallwch ddewis eich penwythnos nawr.',
      text: `Gallwch ofalu am gyfrif {charity}.

Mewngofnodwch, a dewiswch benwythnos:
{signIn}

Does dim brys. Ddim yn dda ar y diwrnod? Dywedwch wrthym. Ni fyddwch yn siomi neb.

Cofion cynnes,
{charity}`,
    },
  },
});

export const notBegunYet = defineLetter({
  name: 'notBegunYet',
  about: 'A week after the team said yes, where somebody has not begun. Once.',
  places: { charity, penName, signIn },
  words: {
    en: {
      subject: 'Whenever you feel up to it',
      opening:
        'Hello {penName}, your place is kept for you. Begin whenever you feel up to it, in small steps.',
      text: `We said yes to you some days ago: you may take over the account of {charity}.

The first step is to sign in. There is no password. We mail you a code.
{signIn}

Not now, or not at all? That is fine. You need not tell us why.

Warm wishes,
{charity}`,
    },
  },
});

export const listIsOpen = defineLetter({
  name: 'listIsOpen',
  about: 'Two weeks after somebody began, where their list is still open. Once.',
  places: {
    charity,
    penName,
    signIn,
    open: {
      about: 'what is still open, a line each',
      sample: 'read the advice pack\nagree to the curating agreement',
      hidden: true,
    },
  },
  words: {
    en: {
      subject: 'What is still on your list',
      opening: 'Hello {penName}, you have begun, and there is a little left to do. Take it at your own pace.',
      text: `Before you take over the account of {charity}, this is still open:

{open}

You find your list here, and can stop after any step:
{signIn}

Not now, or not at all? That is fine. You need not tell us why.

Warm wishes,
{charity}`,
    },
  },
});

export const buddyFound = defineLetter({
  name: 'buddyFound',
  about: 'Somebody who asked for a buddy has one.',
  places: { charity, penName, signIn, buddy },
  words: {
    en: {
      subject: 'Somebody is there for you',
      opening:
        'Hello {penName}, you asked for somebody to turn to, and we have found somebody. They look forward to it.',
      text: `Your buddy at {charity} goes by this name:

    {buddy}

They have done it before. Ask them whatever you like. You write to each other through Baton, and neither sees the other’s address:
{signIn}

You can end it at any time. Nobody will ask why.

Warm wishes,
{charity}`,
    },
  },
});

export const buddyToLookAfter = defineLetter({
  name: 'buddyToLookAfter',
  about: 'Somebody who offered to be a buddy has a newcomer to look after.',
  places: { charity, penName, signIn, buddy },
  words: {
    en: {
      subject: 'Somebody new would be glad of you',
      opening:
        'Hello {penName}, you offered to be there for somebody new. Here is somebody who would be glad of you.',
      text: `At {charity}, they go by this name:

    {buddy}

A short hello is the best beginning. You write to each other through Baton, and neither sees the other’s address:
{signIn}

You need not be an expert. If something worries you, tell our team. You can end it at any time.

Warm wishes,
{charity}`,
    },
  },
});

/** Says that somebody wrote and who; the words are read after signing in, where no locked screen shows them. */
export const fromBuddy = defineLetter({
  name: 'fromBuddy',
  about: 'A buddy has written.',
  places: { charity, penName, signIn, buddy },
  words: {
    en: {
      subject: 'Somebody has written to you',
      opening:
        'Hello {penName}, somebody has written to you. Read it when you have a quiet moment; it will keep.',
      text: `It is from your buddy at {charity}:

    {buddy}

Read it, and answer if you like:
{signIn}

Warm wishes,
{charity}`,
    },
  },
});

/** Never tells why: it may have been a sigh, and it is nobody's but the person's own. */
export const buddyAlert = defineLetter({
  name: 'buddyAlert',
  about: 'A newcomer, who wished for this, may be glad of a word from their buddy.',
  places: { charity, penName, signIn, buddy },
  words: {
    en: {
      subject: 'A kind word would be welcome',
      opening:
        'Hello {penName}, somebody you look after may be glad of a word from you. Only if you feel up to it.',
      text: `At {charity}, they go by this name:

    {buddy}

We do not know more, and you need not fix anything. A short hello is enough:
{signIn}

Our team is there as well. If it is too much just now, let it be.

Warm wishes,
{charity}`,
    },
  },
});
