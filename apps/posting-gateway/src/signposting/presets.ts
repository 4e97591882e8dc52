import type { SignpostingCountry, SignpostingResource } from '@baton/contracts';

/**
 * Well-known helplines, to begin with. Numbers change: each charity tries them before it takes them over, and whoever
 * changes this list compares it with what the lines themselves publish and moves the date.
 */
export const checkedOn = '2026-11-23';
export const checkFirst =
  'Please try every number and page before you take them over, and add your own helpline. Baton cannot promise that they are right today.';

export const presets: Record<SignpostingCountry, readonly SignpostingResource[]> = {
  GB: [
    { name: 'Emergency services', about: 'When a life is in danger now. Free, day and night.', call: '999' },
    {
      name: 'Samaritans',
      about: 'To talk to somebody about anything. Free, day and night.',
      call: '116 123',
      web: 'https://www.samaritans.org',
    },
    {
      name: 'Shout',
      about: 'Support by text message. Free, day and night.',
      text: 'SHOUT to 85258',
      web: 'https://giveusashout.org',
    },
  ],
  IE: [
    { name: 'Emergency services', about: 'When a life is in danger now. Free, day and night.', call: '112' },
    {
      name: 'Samaritans',
      about: 'To talk to somebody about anything. Free, day and night.',
      call: '116 123',
      web: 'https://www.samaritans.org/ireland',
    },
    {
      name: 'Text About It',
      about: 'Support by text message. Free, day and night.',
      text: 'HELLO to 50808',
      web: 'https://www.textaboutit.ie',
    },
  ],
  US: [
    { name: 'Emergency services', about: 'When a life is in danger now. Day and night.', call: '911' },
    {
      name: '988 Suicide & Crisis Lifeline',
      about: 'In any emotional crisis. Free, day and night.',
      call: '988',
      text: '988',
      web: 'https://988lifeline.org',
    },
    {
      name: 'Crisis Text Line',
      about: 'Support by text message. Free, day and night.',
      text: 'HOME to 741741',
      web: 'https://www.crisistextline.org',
    },
  ],
  CA: [
    { name: 'Emergency services', about: 'When a life is in danger now. Day and night.', call: '911' },
    {
      name: '9-8-8 Suicide Crisis Helpline',
      about: 'In English and French. Free, day and night.',
      call: '988',
      text: '988',
      web: 'https://988.ca',
    },
    {
      name: 'Kids Help Phone',
      about: 'For young people. Free, day and night.',
      call: '1-800-668-6868',
      web: 'https://kidshelpphone.ca',
    },
  ],
  AU: [
    { name: 'Emergency services', about: 'When a life is in danger now. Free, day and night.', call: '000' },
    {
      name: 'Lifeline',
      about: 'In any crisis. Day and night.',
      call: '13 11 14',
      web: 'https://www.lifeline.org.au',
    },
    {
      name: 'Beyond Blue',
      about: 'For anxiety and depression. Day and night.',
      call: '1300 22 4636',
      web: 'https://www.beyondblue.org.au',
    },
  ],
  DE: [
    { name: 'Notruf', about: 'Wenn jetzt ein Leben in Gefahr ist. Kostenlos, Tag und Nacht.', call: '112' },
    {
      name: 'TelefonSeelsorge',
      about: 'Zum Reden über alles. Anonym und kostenlos, Tag und Nacht.',
      call: '0800 111 0 111 oder 116 123',
      web: 'https://www.telefonseelsorge.de',
    },
    {
      name: 'Nummer gegen Kummer',
      about: 'Für Kinder und Jugendliche. Anonym und kostenlos, zu bestimmten Zeiten.',
      call: '116 111',
      web: 'https://www.nummergegenkummer.de',
    },
  ],
  FR: [
    { name: 'Urgences', about: 'Quand une vie est en danger. Gratuit, jour et nuit.', call: '112' },
    {
      name: '3114',
      about: 'Numéro national de prévention du suicide. Gratuit, jour et nuit.',
      call: '3114',
      web: 'https://3114.fr',
    },
    {
      name: 'SOS Amitié',
      about: 'Pour parler, anonymement, jour et nuit.',
      call: '09 72 39 40 50',
      web: 'https://www.sos-amitie.com',
    },
  ],
  NL: [
    { name: 'Noodnummer', about: 'Als er nu een leven in gevaar is. Gratis, dag en nacht.', call: '112' },
    {
      name: '113 Zelfmoordpreventie',
      about: 'Bij gedachten aan zelfdoding. Gratis en anoniem, dag en nacht.',
      call: '113 of 0800-0113',
      web: 'https://www.113.nl',
    },
    {
      name: 'De Luisterlijn',
      about: 'Om met iemand te praten. Dag en nacht.',
      call: '088 0767 000',
      web: 'https://www.deluisterlijn.nl',
    },
  ],
};
