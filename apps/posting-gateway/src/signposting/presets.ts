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
    {
      name: 'Emergency services',
      about:
        'When a life is in danger now. Free, day and night. From a mobile: if you cannot speak, press 55 when asked.',
      call: '999',
    },
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
    {
      name: 'National Domestic Abuse Helpline',
      about: 'When somebody at home hurts or frightens you. Free and in secret, day and night.',
      call: '0808 2000 247',
      web: 'https://www.nationaldahelpline.org.uk',
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
    {
      name: 'Women’s Aid',
      about: 'When somebody at home hurts or frightens you. Free and in secret, day and night.',
      call: '1800 341 900',
      web: 'https://www.womensaid.ie',
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
    {
      name: 'National Domestic Violence Hotline',
      about: 'When somebody at home hurts or frightens you. Free and in secret, day and night.',
      call: '1-800-799-7233',
      text: 'START to 88788',
      web: 'https://www.thehotline.org',
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
    {
      name: 'ShelterSafe',
      about: 'When somebody at home hurts or frightens you: who helps near you, day and night.',
      web: 'https://sheltersafe.ca',
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
    {
      name: '1800RESPECT',
      about: 'When somebody at home hurts or frightens you. In secret, day and night.',
      call: '1800 737 732',
      web: 'https://www.1800respect.org.au',
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
    {
      name: 'Hilfetelefon Gewalt gegen Frauen',
      about: 'Wenn jemand zu Hause Gewalt ausübt. Anonym und kostenlos, Tag und Nacht.',
      call: '116 016',
      web: 'https://www.hilfetelefon.de',
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
    {
      name: '3919',
      about: 'En cas de violences à la maison. Gratuit et anonyme, jour et nuit.',
      call: '3919',
      web: 'https://arretonslesviolences.gouv.fr',
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
    {
      name: 'Veilig Thuis',
      about: 'Als iemand thuis geweld gebruikt. Gratis en anoniem, dag en nacht.',
      call: '0800-2000',
      web: 'https://veiligthuis.nl',
    },
  ],
};
