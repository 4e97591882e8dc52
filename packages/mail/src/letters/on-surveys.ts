import { defineLetter, type Place } from './define-letter.js';
import { charity, penName } from './places.js';

/** Opens the questions without signing in: needed, so no charity's own words can leave it out. */
const survey: Place = {
  about: 'the address of the questions, which opens without signing in',
  sample: 'https://baton.example/c/shine-ms/survey?token=0d4Y1tQ9',
  button: { en: 'To the questions', cy: 'I’r cwestiynau' },
  needed: true,
};
const places = { charity, penName, survey };

export const surveyBefore = defineLetter({
  name: 'surveyBefore',
  about: 'A curator is ready, or has booked again: how are they before their weekend?',
  places,
  words: {
    en: {
      subject: 'A few questions before you begin, {penName}',
      opening: 'Hello {penName}, before your weekend we would like to ask how you are. It takes two minutes.',
      text: `There are a few short questions, and you may skip any of them.
{survey}

After your weekend we ask once more, and four weeks later. That is how we find out whether this helps.

The link opens your questions without signing in. Please keep it to yourself.

There is nothing to do if you would rather not.

Warm wishes,
{charity}`,
    },
    cy: {
      subject: 'Ambell gwestiwn cyn i chi ddechrau, {penName}',
      opening: 'Helo {penName}, cyn eich penwythnos hoffem ofyn sut ydych chi. Mae’n cymryd dwy funud.',
      text: `Mae ambell gwestiwn byr, a chewch hepgor unrhyw un ohonynt.
{survey}

Ar ôl eich penwythnos byddwn yn gofyn unwaith eto, ac eto ymhen pedair wythnos. Dyna sut y gwelwn a yw hyn yn helpu.

Mae’r ddolen yn agor eich cwestiynau heb fewngofnodi. Cadwch hi i chi’ch hun.

Does dim angen gwneud dim byd os nad ydych am.

Cofion cynnes,
{charity}`,
    },
  },
});

export const surveyInvitation = defineLetter({
  name: 'surveyInvitation',
  about: 'A takeover is over: how was it?',
  places,
  words: {
    en: {
      subject: 'How was it, {penName}?',
      opening:
        'Hello {penName}, thank you for what you did. Would you tell us how it was? It takes two minutes.',
      text: `You took over the account of {charity}.

There are a few short questions. They take two minutes, and you may skip any of them.
{survey}

The link opens your questions without signing in. Please keep it to yourself.

If it stirred something up, you are not alone. Please talk to somebody you trust.

Warm wishes,
{charity}`,
    },
    cy: {
      subject: 'Sut oedd hi, {penName}?',
      opening:
        'Helo {penName}, diolch am yr hyn a wnaethoch. A wnewch chi ddweud sut oedd hi? Mae’n cymryd dwy funud.',
      text: `Buoch yn gofalu am gyfrif {charity}.

Mae ambell gwestiwn byr. Maent yn cymryd dwy funud, a chewch hepgor unrhyw un ohonynt.
{survey}

Mae’r ddolen yn agor eich cwestiynau heb fewngofnodi. Cadwch hi i chi’ch hun.

Os cododd hyn rywbeth ynoch, nid ydych ar eich pen eich hun. Siaradwch â rhywun rydych yn ymddiried ynddo.

Cofion cynnes,
{charity}`,
    },
  },
});

export const surveyFourWeeks = defineLetter({
  name: 'surveyFourWeeks',
  about: 'Four weeks after a takeover: how are they now?',
  places,
  words: {
    en: {
      subject: 'Four weeks on: how are you, {penName}?',
      opening:
        'Hello {penName}, four weeks have passed since your weekend. We would like to ask how you are now.',
      text: `It takes two minutes, and you may skip any of the questions.
{survey}

Then we have asked everything that we wanted to know. Thank you for your time.

The link opens your questions without signing in. Please keep it to yourself.

Warm wishes,
{charity}`,
    },
    cy: {
      subject: 'Pedair wythnos wedyn: sut ydych chi, {penName}?',
      opening:
        'Helo {penName}, mae pedair wythnos wedi mynd ers eich penwythnos. Hoffem ofyn sut ydych chi nawr.',
      text: `Mae’n cymryd dwy funud, a chewch hepgor unrhyw gwestiwn.
{survey}

Wedyn byddwn wedi gofyn popeth yr oeddem am ei wybod. Diolch am eich amser.

Mae’r ddolen yn agor eich cwestiynau heb fewngofnodi. Cadwch hi i chi’ch hun.

Cofion cynnes,
{charity}`,
    },
  },
});

export const surveyReminder = defineLetter({
  name: 'surveyReminder',
  about:
    'Four days after a curator was asked something, once: nothing has been sent yet. Not to somebody who wants no such mails.',
  places,
  words: {
    en: {
      subject: 'Your questions are still open, {penName}',
      opening:
        'Hello {penName}, some days ago we asked you a few questions. They are still open, if you would like to answer.',
      text: `It takes two minutes, and you may skip any of them. What you have answered so far is still there.
{survey}

This is the only reminder. There is nothing to do if you would rather not.

Warm wishes,
{charity}`,
    },
    cy: {
      subject: 'Mae eich cwestiynau ar agor o hyd, {penName}',
      opening:
        'Helo {penName}, rai dyddiau yn ôl gofynnon ambell gwestiwn i chi. Maent ar agor o hyd, os hoffech ateb.',
      text: `Mae’n cymryd dwy funud, a chewch hepgor unrhyw un ohonynt. Mae’r hyn rydych wedi’i ateb yno o hyd.
{survey}

Dyma’r unig nodyn atgoffa. Does dim angen gwneud dim byd os nad ydych am.

Cofion cynnes,
{charity}`,
    },
  },
});
