import { defineLetter } from './define-letter.js';
import { charity, code, penName, signIn, unsubscribe } from './places.js';

/** The code works only where it was asked for: a stranger who asks for codes signs nobody in. */
export const curatorSignInCode = defineLetter({
  name: 'signInCode',
  about: 'A curator has asked to sign in.',
  places: {
    charity,
    code,
    page: {
      about: 'the page where they asked for it',
      sample: signIn.sample,
      button: { en: 'To the page', cy: 'I’r dudalen' },
    },
  },
  words: {
    en: {
      subject: 'Your sign-in code is {code}',
      opening: 'Hello, your code is {code}. It works once, for 15 minutes, where you asked for it.',
      text: `Here it is again, to copy:

    {code}

Type it in on the page where you asked for it:
{page}

If you did not ask for it, you need not do anything. Please tell nobody the code. We never ask for it by phone or mail.

{charity}`,
    },
    cy: {
      subject: 'Eich cod mewngofnodi yw {code}',
      opening:
        'Helo, eich cod yw {code}. Mae’n gweithio unwaith, am 15 munud, ar y dudalen lle gofynnoch amdano.',
      text: `Dyma fe eto, i’w gopïo:

    {code}

Teipiwch ef ar y dudalen lle gofynnoch amdano:
{page}

Os na ofynnoch amdano, does dim angen gwneud dim byd. Peidiwch â dweud y cod wrth neb. Ni fyddwn byth yn gofyn amdano.

{charity}`,
    },
  },
});

/** To a new address, which is not theirs before its code has come back. */
export const addressToConfirm = defineLetter({
  name: 'confirmAddress',
  about: 'A curator has given a new address. It goes to the new one.',
  places: { charity, code },
  words: {
    en: {
      subject: 'Your code is {code}',
      opening: 'Hello, somebody wants to be reached at this address from now on. Your code is {code}.',
      text: `Here it is again, to copy:

    {code}

Type it in on the page where you gave the address. It works once, for 15 minutes.

If this was not you, you need not do anything. Nothing changes without the code.

{charity}`,
    },
  },
});

/** Beyond what their part needs: only to somebody who consents to such mails. */
export const comeAgain = defineLetter({
  name: 'comeAgain',
  kind: 'extra',
  about:
    'Ninety days after somebody’s last weekend, once: there are free weekends. Only with their consent to such mails.',
  places: { charity, penName, signIn, unsubscribe },
  words: {
    en: {
      subject: 'There are free weekends, {penName}',
      opening:
        'Hello {penName}, it is a while since your weekend. There are free ones again, if you would like another.',
      text: `You took over the account of {charity} once. It would be lovely to read you again.

You can look at the free weekends here. There is nothing to do if you would rather not.
{signIn}

You said that we may write to you about things like this. This is the only mail about it.

If you want no more mails of this kind, one press is enough:
{unsubscribe}

Warm wishes,
{charity}`,
    },
    cy: {
      subject: 'Mae penwythnosau ar gael, {penName}',
      opening: 'Helo {penName}, mae sbel ers eich penwythnos chi. Mae rhai ar gael eto, os hoffech un arall.',
      text: `Buoch yn gofalu am gyfrif {charity} unwaith. Byddai’n hyfryd eich darllen eto.

Gallwch weld y penwythnosau yma. Does dim angen gwneud dim byd os nad ydych am.
{signIn}

Dywedoch y cawn ysgrifennu atoch am bethau fel hyn. Dyma’r unig e-bost am hyn.

Os nad ydych am gael mwy fel hyn, un clic sy’n ddigon:
{unsubscribe}

Cofion cynnes,
{charity}`,
    },
  },
});

/** Somebody mailed more than can be kept: one answer that is too long, or too many in a day. Nothing of it is in here. */
export const replyNotRead = defineLetter({
  name: 'replyNotRead',
  about: 'Somebody answered a mail with more than can be kept: too long, or too often in a day.',
  places: { charity },
  words: {
    en: {
      subject: 'Not all of your answer was kept',
      opening: 'Hello, you answered a mail of ours. Not all of what you wrote could be kept.',
      text: `We can keep 8,000 letters of one mail, and thirty mails in a day. What was more than that was not kept, and nobody has seen it. You still have it in your own mail.

Please send the rest in shorter mails. If you have written a lot today, please do so tomorrow.

If you are not well, or worried about somebody, please talk to somebody you trust now.

Warm wishes,
{charity}`,
    },
  },
});
