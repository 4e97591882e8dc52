import { defineLetter, type Place } from './define-letter.js';
import { charity } from './places.js';

/** Both answers are behind it: to see more, and to be left alone. */
const link: Place = {
  about: 'the page where they can see more, or say no',
  sample: 'https://baton.example/c/shine-ms/nomination?token=Wm9yYWNsZQ',
  button: { en: 'See what it is', cy: 'Gweld beth ydyw' },
  needed: true,
};

/**
 * To an address that nobody has proved, of somebody who has asked for nothing. Nothing that was typed about them is in it,
 * not even a name: nobody can use the form to send words of their own to somebody else.
 */
export const nominated = defineLetter({
  name: 'nominated',
  about: 'A follower has suggested somebody, who is asked whether they want to hear more. Once.',
  places: { charity, link },
  words: {
    en: {
      subject: 'Somebody thought of you',
      opening:
        'Hello, somebody thinks you would be good at something. They asked us to ask you first, so here we are.',
      text: `{charity} hands its account on X to one person for a weekend. They share their ordinary life, and answer questions.

Somebody who follows the account thinks that this could be you. We know nothing about you but this address.

See what it is, or tell us that you do not want to hear from us:
{link}

You need not do anything. Then we forget your address after 14 days. If you say no, we never ask again.

Warm wishes,
{charity}`,
    },
    cy: {
      subject: 'Meddyliodd rhywun amdanoch chi',
      opening:
        'Helo, mae rhywun yn meddwl y byddech yn dda am wneud rhywbeth. Gofynnon nhw inni ofyn i chi yn gyntaf.',
      text: `Mae {charity} yn rhoi ei gyfrif ar X i un person am benwythnos. Maen nhw’n rhannu eu bywyd bob dydd, ac yn ateb cwestiynau.

Mae rhywun sy’n dilyn y cyfrif yn meddwl mai chi allai hwnnw fod. Dim ond y cyfeiriad hwn sydd gennym.

Gwelwch beth ydyw, neu dywedwch nad ydych am glywed gennym:
{link}

Does dim rhaid i chi wneud dim byd. Byddwn wedyn yn anghofio eich cyfeiriad ar ôl 14 diwrnod. Os dywedwch na, ni ofynnwn byth eto.

Cofion cynnes,
{charity}`,
    },
  },
});

/** Says no more than that they had the account: who it was is not ours to tell. */
export const batonPassed = defineLetter({
  name: 'batonPassed',
  about: 'A curator has suggested who might have the account next, who is asked first. Once.',
  places: { charity, link },
  words: {
    en: {
      subject: 'Somebody would like to pass you the baton',
      opening:
        'Hello, somebody who has done something good thinks that you could be next. They asked us to ask you first.',
      text: `{charity} hands its account on X to one person for a weekend. They share their ordinary life, and answer questions.

Somebody who had the account before you thinks of you. We know nothing about you but this address.

See what it is, or tell us that you do not want to hear from us:
{link}

You need not do anything. Then we forget your address after 14 days. If you say no, we never ask again.

Warm wishes,
{charity}`,
    },
  },
});
