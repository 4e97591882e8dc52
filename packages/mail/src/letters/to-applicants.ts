import { defineLetter } from './define-letter.js';
import { charity, ownPage, penName, signIn, words } from './places.js';

/**
 * The first mail to an address that anybody may have typed in. Nothing they typed is in it, so nobody can use the form
 * to send words of their own to somebody else.
 */
export const applicationReceived = defineLetter({
  name: 'applicationReceived',
  about: 'Somebody has applied.',
  places: { charity, ownPage },
  words: {
    en: {
      subject: 'We have your application',
      opening: 'Hello, thank you for what you offered to do. We have what you sent us, and it is safe.',
      text: `You offered to take over the account of {charity} for a weekend.

What happens next: a person reads it, and you hear from us by mail. You need not do anything.

Your name and address are locked away. The team sees your pen name and what you wrote about yourself. Whoever opens your name has to say why, and you can see it.

On your own page you see how it stands. You can take everything back there, without a reason:
{ownPage}

If this was not you, somebody typed in your address by mistake. You can forget this mail.

Warm wishes,
{charity}`,
    },
    cy: {
      subject: 'Mae eich cais wedi cyrraedd',
      opening: 'Helo, diolch am yr hyn rydych wedi’i gynnig. Mae’r cyfan wedi cyrraedd, ac mae’n ddiogel.',
      text: `Rydych wedi cynnig gofalu am gyfrif {charity} am benwythnos.

Beth nesaf: bydd rhywun yn ei ddarllen, a byddwn yn anfon e-bost atoch. Does dim angen gwneud dim byd.

Mae eich enw a’ch cyfeiriad dan glo. Mae’r tîm yn gweld eich enw awdur a’r hyn a ysgrifennoch amdanoch eich hun. Rhaid i bwy bynnag sy’n agor eich enw ddweud pam, a gallwch weld hynny.

Ar eich tudalen eich hun gallwch weld sut mae pethau. Gallwch dynnu popeth yn ôl yno, heb reswm:
{ownPage}

Os nad chi oedd hwn, mae rhywun wedi teipio eich cyfeiriad mewn camgymeriad. Gallwch anghofio’r e-bost hwn.

Cofion cynnes,
{charity}`,
    },
  },
});

/** For somebody who has applied already. Told by mail and not on the page, where anybody could ask who has applied. */
export const appliedAlready = defineLetter({
  name: 'appliedAlready',
  about: 'Somebody has applied with an address that stands for an application already.',
  places: { charity, ownPage },
  words: {
    en: {
      subject: 'We have your application already',
      opening: 'Hello, what you sent us first still stands. You need not do anything, and nothing was lost.',
      text: `Somebody, most likely you, has just applied to {charity} with this address again.

Your first application still stands. The new one was not kept.

Here you see how it stands:
{ownPage}

Warm wishes,
{charity}`,
    },
  },
});

export const applicationAccepted = defineLetter({
  name: 'applicationAccepted',
  about: 'The team said yes.',
  places: { charity, penName, signIn },
  words: {
    en: {
      subject: 'Good news about your application',
      opening: 'Hello {penName}, yes, please! We would love you to. Here is what comes next, in small steps.',
      text: `You are going to take over the account of {charity}.

There are three small steps. Take them whenever you feel up to it.

1. Sign in. There is no password. We mail you a code.
{signIn}

2. Read the curating agreement, and say yes to it.

3. Choose a weekend.

You never get the account’s password, and you need no X account of your own. You can rest or stop at any time. Nobody will ask why.

Warm wishes,
{charity}`,
    },
    cy: {
      subject: 'Newyddion da am eich cais',
      opening: 'Helo {penName}, ie, os gwelwch yn dda! Byddem wrth ein bodd. Dyma’r camau bach nesaf.',
      text: `Rydych yn mynd i ofalu am gyfrif {charity}.

Mae tri cham bach. Cymerwch nhw pan fyddwch yn teimlo’n barod.

1. Mewngofnodwch. Does dim cyfrinair. Byddwn yn anfon cod atoch.
{signIn}

2. Darllenwch y cytundeb, a dywedwch ie iddo.

3. Dewiswch benwythnos.

Ni chewch gyfrinair y cyfrif, ac nid oes angen cyfrif X arnoch. Gallwch orffwys neu stopio ar unrhyw adeg. Ni fydd neb yn gofyn pam.

Cofion cynnes,
{charity}`,
    },
  },
});

export const applicationDeclined = defineLetter({
  name: 'applicationDeclined',
  about: 'The team said no. It goes ten minutes later, so that it can be taken back.',
  places: { charity, penName, words, ownPage },
  words: {
    en: {
      subject: 'About your application',
      opening: 'Hello {penName}, thank you for what you offered us. We have thought about it with care.',
      text: `You offered to take over our account. We cannot say yes this time. We know it takes courage to ask, and this says nothing about you or your story.

{words}

You are welcome to apply again. What you sent us you can read, or take back, on your own page:
{ownPage}

Warm wishes,
{charity}`,
    },
  },
});

export const applicationPutOff = defineLetter({
  name: 'applicationPutOff',
  about: 'The team said “not now”. It goes ten minutes later, so that it can be taken back.',
  places: { charity, penName, words, ownPage },
  words: {
    en: {
      subject: 'About your application',
      opening: 'Hello {penName}, thank you for what you offered us. We would love you to, only not just now.',
      text: `You offered to take over our account.

{words}

We keep your application. You need not do anything, and you need not apply again. You hear from us when the time has come.

You can write to us, or take everything back, on your own page:
{ownPage}

Warm wishes,
{charity}`,
    },
  },
});

/** A question of the team, or any words of theirs, in the thread that the first mail began. */
export const question = defineLetter({
  name: 'question',
  about: 'The team has written to an applicant. It goes a minute later, so that it can be taken back.',
  places: { charity, penName, words, ownPage: { ...ownPage, needed: true } },
  words: {
    en: {
      subject: 'Re: We have your application',
      opening: 'Hello {penName}, we have read what you sent us, and we would like to ask you something.',
      text: `{words}

Please answer on your own page, in a line or two, whenever you feel up to it:
{ownPage}

If you would rather not answer, that is fine too.

Warm wishes,
{charity}`,
    },
  },
});

export const stillThere = defineLetter({
  name: 'stillThere',
  about: 'Nobody of the team has written to an applicant for a week.',
  places: { charity, penName, ownPage },
  words: {
    en: {
      subject: 'We have not forgotten you',
      opening: 'Hello {penName}, this takes us longer than we would like. What you sent us is here and safe.',
      text: `You offered to take over our account. A person reads every application, and sometimes that takes a while.

You need not do anything. You hear from us by mail.

Here you see how it stands:
{ownPage}

Warm wishes,
{charity}`,
    },
  },
});

/** Asked for by whoever typed in the address, so nothing of theirs is in it. */
export const ownLink = defineLetter({
  name: 'ownLink',
  about: 'Somebody has asked for a new link to their own page.',
  places: { charity, ownPage: { ...ownPage, needed: true } },
  words: {
    en: {
      subject: 'Your new link',
      opening: 'Hello, here is the new link to your own page. It works for 60 days. Older links have ended.',
      text: `On your page you see how your application stands, and you can write to us:
{ownPage}

If you did not ask for it, you need not do anything.

{charity}`,
    },
  },
});

/** To an address that somebody typed into a form nobody has sent: it says nothing they typed. */
export const formSaved = defineLetter({
  name: 'formSaved',
  about: 'Somebody saved a form to go on with it later, and gave this address.',
  places: {
    charity,
    link: {
      about: 'the address where they go on with their form',
      sample: 'https://baton.example/c/shine-ms/saved?token=Wm9yYWNsZQ',
      button: { en: 'Go on with your form', cy: 'Ewch ymlaen â’ch ffurflen' },
      needed: true,
    },
  },
  words: {
    en: {
      subject: 'Your form is saved',
      opening: 'Hello, what you have typed so far is safe. Here is the way back to it.',
      text: `You began a form of {charity}. It waits for you here, for 30 days.

{link}

Whoever has this link can read the form. So please do not pass it on.

Nothing has been sent yet. After 30 days the form is thrown away, and you need not do anything.

If this was not you, somebody typed in your address by mistake. You can forget this mail.

Warm wishes,
{charity}`,
    },
    cy: {
      subject: 'Mae eich ffurflen wedi’i chadw',
      opening: 'Helo, mae’r hyn rydych wedi’i deipio hyd yma yn ddiogel. Dyma’r ffordd yn ôl ato.',
      text: `Rydych wedi dechrau ffurflen {charity}. Mae’n aros amdanoch yma, am 30 diwrnod.

{link}

Gall pwy bynnag sydd â’r ddolen hon ddarllen y ffurflen. Felly peidiwch â’i rhannu.

Does dim wedi’i anfon eto. Ar ôl 30 diwrnod bydd y ffurflen yn cael ei thaflu, a does dim angen gwneud dim byd.

Os nad chi oedd hwn, mae rhywun wedi teipio eich cyfeiriad mewn camgymeriad. Gallwch anghofio’r e-bost hwn.

Cofion cynnes,
{charity}`,
    },
  },
});
