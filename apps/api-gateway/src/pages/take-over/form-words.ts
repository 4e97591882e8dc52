import type { IdentityLevel, Language } from '@baton/contracts';

/** What the pages of a call say by themselves, beside the charity's words. */
export interface FormWords {
  readonly itself: string;
  readonly problemsAbove: string;
  readonly lookAgain: string;
  readonly noFiles: string;
  readonly optional: string;
  readonly penName: string;
  readonly penNameHelp: string;
  readonly level: string;
  readonly levels: Readonly<Record<IdentityLevel, string>>;
  readonly about: string;
  readonly aboutYou: string;
  readonly onlyForUs: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly openMails: string;
  readonly openMailsHelp: string;
  readonly age: (years: number) => string;
  readonly yes: string;
  readonly no: string;
  readonly sayAge: string;
  readonly whatYouAgreeTo: string;
  readonly agree: string;
  readonly pleaseAgree: string;
  readonly send: string;
  readonly saveHeading: string;
  readonly saveHelp: string;
  readonly mailLink: string;
  readonly save: string;
  readonly readIn: string;
  readonly leaveEmpty: string;
  readonly thanks: string;
  readonly thanksText: string;
  readonly thanksMail: string;
  readonly back: string;
  readonly sorry: string;
  readonly tooYoung: (years: number) => string;
  readonly notYet: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly closed: string;
  readonly full: string;
  readonly consentChanged: string;
  readonly saved: string;
  readonly savedText: string;
  readonly savedMail: string;
  readonly goOn: string;
  /** What is wrong with no form, and passes. */
  readonly notTaken: string;
  readonly tooOften: string;
  readonly unavailable: string;
  readonly tryAgain: string;
}

const en: FormWords = {
  itself: 'English',
  problemsAbove: 'Something needs another look. It is marked below, and everything you typed is still here.',
  lookAgain: 'Please look at this again.',
  noFiles: 'A file cannot be sent here. Please say it in words instead; what you typed is still here.',
  optional: 'you may leave this out',
  penName: 'A name to go by here',
  penNameHelp: 'Any name you like. It need not be your own.',
  level: 'How much of you may followers see?',
  levels: {
    anonymous: 'Nothing: no name at all',
    penName: 'The name I go by here',
    firstName: 'My first name',
    named: 'My full name',
  },
  about: 'What would you like to tell us about yourself?',
  aboutYou: 'About you',
  onlyForUs: 'Who you are is locked away. It is only for reaching you.',
  name: 'Your name',
  email: 'Your e-mail address',
  phone: 'Your phone number',
  openMails: 'Mails to me may show the charity’s name as their sender',
  openMailsHelp: 'Without a tick they come from a name that tells nobody anything.',
  age: (years) => `Are you ${years} or older?`,
  yes: 'Yes',
  no: 'No',
  sayAge: 'Please say yes or no.',
  whatYouAgreeTo: 'What you agree to',
  agree: 'I have read this and agree',
  pleaseAgree: 'Please tick this if you agree. Without it we cannot take your form.',
  send: 'Send',
  saveHeading: 'Not now?',
  saveHelp: 'You can save what you have typed and come back within 30 days.',
  mailLink: 'Mail me the way back, to the address above',
  save: 'Save and come back later',
  readIn: 'Read this in English',
  leaveEmpty: 'Leave this empty',
  thanks: 'Thank you. We have it.',
  thanksText: 'A person reads it now, and you hear from us by mail. You need not do anything.',
  thanksMail: 'Nothing in your mail after an hour? Please look in the folder for spam.',
  back: 'Back to the charity’s page',
  sorry: 'Thank you for wanting to',
  tooYoung: (years) =>
    `You need to be ${years} or older for this. Nothing you typed was sent or kept. We would love to hear from you when you are.`,
  notYet: 'This call has not opened yet.',
  opensOn: 'It opens on',
  closesOn: 'You can apply until',
  closed: 'This call has closed. You can save what you typed, in case there is another one.',
  full: 'As many people have applied as we can answer just now. Please look again in some weeks. You can save what you typed.',
  consentChanged:
    'What you agree to has changed since you opened the form. Please read it again, and tick it if you agree. Everything you typed is still here.',
  saved: 'It is saved',
  savedText:
    'Nothing has been sent yet. This is your way back. Whoever has it can read what you typed, so please keep it to yourself.',
  savedMail: 'It is on its way to your mail as well, if we can mail you there.',
  goOn: 'Go on with your form',
  notTaken: 'That did not work',
  tooOften:
    'Very many forms came from where you are just now. Yours is still here: please wait a minute, and press the button.',
  unavailable:
    'This part of Baton is not answering just now. Your form is still here: please press the button in a moment.',
  tryAgain: 'Try again',
};

const cy: FormWords = {
  itself: 'Cymraeg',
  problemsAbove:
    'Mae angen edrych ar rywbeth eto. Mae wedi’i nodi isod, ac mae popeth a deipioch yn dal yma.',
  lookAgain: 'Edrychwch ar hwn eto, os gwelwch yn dda.',
  noFiles: 'Ni ellir anfon ffeil yma. Dywedwch hynny mewn geiriau; mae popeth a deipioch yn dal yma.',
  optional: 'gallwch adael hwn allan',
  penName: 'Enw i’w ddefnyddio yma',
  penNameHelp: 'Unrhyw enw yr hoffech. Does dim rhaid iddo fod yn enw go iawn.',
  level: 'Faint ohonoch y caiff dilynwyr ei weld?',
  levels: {
    anonymous: 'Dim byd: dim enw o gwbl',
    penName: 'Yr enw rwy’n ei ddefnyddio yma',
    firstName: 'Fy enw cyntaf',
    named: 'Fy enw llawn',
  },
  about: 'Beth hoffech chi ei ddweud wrthym amdanoch chi’ch hun?',
  aboutYou: 'Amdanoch chi',
  onlyForUs: 'Mae pwy ydych chi dan glo. Dim ond er mwyn cysylltu â chi y mae.',
  name: 'Eich enw',
  email: 'Eich cyfeiriad e-bost',
  phone: 'Eich rhif ffôn',
  openMails: 'Caiff e-byst ataf ddangos enw’r elusen fel anfonwr',
  openMailsHelp: 'Heb dic maen nhw’n dod o enw nad yw’n dweud dim wrth neb.',
  age: (years) => `Ydych chi’n ${years} oed neu’n hŷn?`,
  yes: 'Ydw',
  no: 'Nac ydw',
  sayAge: 'Dywedwch ydw neu nac ydw, os gwelwch yn dda.',
  whatYouAgreeTo: 'Beth rydych yn cytuno iddo',
  agree: 'Rwyf wedi darllen hwn ac yn cytuno',
  pleaseAgree: 'Ticiwch hwn os ydych yn cytuno. Hebddo ni allwn dderbyn eich ffurflen.',
  send: 'Anfon',
  saveHeading: 'Ddim nawr?',
  saveHelp: 'Gallwch gadw’r hyn rydych wedi’i deipio a dod yn ôl o fewn 30 diwrnod.',
  mailLink: 'E-bostiwch y ffordd yn ôl ataf, i’r cyfeiriad uchod',
  save: 'Cadw a dod yn ôl wedyn',
  readIn: 'Darllenwch hwn yn Gymraeg',
  leaveEmpty: 'Gadewch hwn yn wag',
  thanks: 'Diolch. Mae wedi cyrraedd.',
  thanksText:
    'Mae rhywun yn ei ddarllen nawr, a byddwn yn anfon e-bost atoch. Does dim angen gwneud dim byd.',
  thanksMail: 'Dim byd yn eich e-bost ar ôl awr? Edrychwch yn y ffolder sbam.',
  back: 'Yn ôl i dudalen yr elusen',
  sorry: 'Diolch am fod eisiau gwneud hyn',
  tooYoung: (years) =>
    `Rhaid i chi fod yn ${years} oed neu’n hŷn. Ni chafodd dim a deipioch ei anfon na’i gadw. Byddem wrth ein bodd yn clywed gennych bryd hynny.`,
  notYet: 'Nid yw’r alwad hon wedi agor eto.',
  opensOn: 'Mae’n agor ar',
  closesOn: 'Gallwch wneud cais tan',
  closed: 'Mae’r alwad hon wedi cau. Gallwch gadw’r hyn a deipioch, rhag ofn y daw un arall.',
  full: 'Mae cynifer o bobl wedi gwneud cais ag y gallwn eu hateb ar hyn o bryd. Edrychwch eto ymhen rhai wythnosau. Gallwch gadw’r hyn a deipioch.',
  consentChanged:
    'Mae’r hyn rydych yn cytuno iddo wedi newid ers i chi agor y ffurflen. Darllenwch ef eto, a’i dicio os ydych yn cytuno. Mae popeth a deipioch yn dal yma.',
  saved: 'Mae wedi’i gadw',
  savedText:
    'Does dim wedi’i anfon eto. Dyma eich ffordd yn ôl. Gall pwy bynnag sydd â hi ddarllen yr hyn a deipioch, felly cadwch hi i chi’ch hun.',
  savedMail: 'Mae ar ei ffordd i’ch e-bost hefyd, os gallwn anfon e-bost atoch yno.',
  goOn: 'Ewch ymlaen â’ch ffurflen',
  notTaken: 'Ni weithiodd hynny',
  tooOften:
    'Daeth llawer iawn o ffurflenni o’r lle rydych chi nawr. Mae’ch un chi yn dal yma: arhoswch funud, a phwyswch y botwm.',
  unavailable:
    'Nid yw’r rhan hon o Baton yn ateb ar hyn o bryd. Mae’ch ffurflen yn dal yma: pwyswch y botwm mewn eiliad.',
  tryAgain: 'Rhowch gynnig arall arni',
};

export const formWords: Readonly<Record<Language, FormWords>> = { en, cy };
