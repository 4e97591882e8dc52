import { defineLetter } from './define-letter.js';
import { charity, penName, signIn } from './places.js';

export const thankYou = defineLetter({
  name: 'thankYou',
  about: 'A curator’s weekend is over.',
  places: { charity, penName, signIn },
  words: {
    en: {
      subject: 'Thank you, {penName}',
      opening: 'Hello {penName}, thank you. You gave your time and something of yourself, and people saw it.',
      text: `The account of {charity} is ours again, and there is nothing you need to do.

Rest first. It is normal to be tired afterwards, or a little flat.

When you feel like it, sign in. There are three things for you:
{signIn}

    a certificate, to print or to keep
    a way to pass the baton to somebody you think of
    the weekends that are free, if you would like to come again

None of it is in a hurry.

Warm wishes,
{charity}`,
    },
    cy: {
      subject: 'Diolch, {penName}',
      opening:
        'Helo {penName}, diolch. Rhoesoch eich amser a rhywbeth ohonoch eich hun, a gwelodd pobl hynny.',
      text: `Mae cyfrif {charity} yn ôl gyda ni, a does dim angen i chi wneud dim byd.

Gorffwyswch yn gyntaf. Mae’n arferol bod yn flinedig wedyn.

Pan fyddwch yn barod, mewngofnodwch. Mae tri pheth i chi:
{signIn}

    tystysgrif, i’w hargraffu neu i’w chadw
    ffordd i basio’r baton i rywun rydych yn meddwl amdano
    y penwythnosau sy’n rhydd, os hoffech ddod eto

Does dim brys.

Cofion cynnes,
{charity}`,
    },
  },
});

/** Does not ask why, and does not ask to stay. */
export const partPaused = defineLetter({
  name: 'partPaused',
  about: 'A curator has said “not now”.',
  places: { charity, penName, signIn },
  words: {
    en: {
      subject: 'That is fine, {penName}',
      opening: 'Hello {penName}, you said: not now. That is fine, and you need not tell anybody why.',
      text: `Your place at {charity} is kept. If you had booked a weekend, somebody else can have it now.

If you chose a day, we ask you once on that day. Otherwise you do not hear from us about it.

You can be back at any time. Sign in, and say so:
{signIn}

Take good care of yourself.

Warm wishes,
{charity}`,
    },
  },
});

export const welcomeBack = defineLetter({
  name: 'welcomeBack',
  about: 'The day has come on which a curator who said “not now” wanted to be asked again. Once.',
  places: { charity, penName, signIn },
  words: {
    en: {
      subject: 'Do you feel like it again, {penName}?',
      opening:
        'Hello {penName}, you said that we may ask you again around now. So here we are, and only once.',
      text: `{charity} would be glad to have you back.

If you feel like it, sign in and say that you are back. What you had done of your list still counts:
{signIn}

Still not now? That is fine. You need not do anything, and we do not ask again.

Warm wishes,
{charity}`,
    },
  },
});
