import type { Language, SignpostingResource, SurveyWave } from '@baton/contracts';

/** What the pages of a survey say by themselves, beside its questions. */
export interface SurveyWords {
  readonly itself: string;
  readonly readIn: string;
  readonly titles: Readonly<Record<SurveyWave, string>>;
  readonly minutes: string;
  readonly keptAsYouGo: (until: string | null) => string;
  readonly whoReads: (charity: string) => string;
  readonly figures: string;
  readonly inDanger: string;
  readonly begin: string;
  readonly goOn: (answered: number, all: number) => string;
  readonly goOnButton: string;
  readonly allAtOnce: string;
  readonly oneByOne: string;
  readonly progress: (at: number, all: number) => string;
  readonly source: string;
  readonly sourceWords: string;
  readonly ownWords: string;
  /** `byName`: a name stands beside it. */
  readonly mayQuote: (charity: string, byName: boolean) => string;
  readonly next: string;
  readonly skip: string;
  readonly back: string;
  readonly keep: string;
  readonly kept: string;
  readonly sendHeading: string;
  readonly sendText: (answered: number, all: number) => string;
  readonly send: string;
  readonly sendAll: string;
  readonly lookAgain: string;
  readonly thanks: string;
  readonly thanksText: string;
  readonly overHeading: string;
  readonly over: string;
  readonly linkOver: string;
  readonly notKept: string;
  readonly tooLong: (letters: number, fit: number) => string;
  readonly broken: string;
  readonly tooOften: string;
  readonly unavailable: string;
  /** Where nobody answers, so that not even the questions are here. */
  readonly notYet: string;
  readonly sendAgain: string;
  readonly closedMeanwhile: string;
  readonly noSuchMeanwhile: string;
  /** Where the charity’s own list is not to be had. */
  readonly somebody: readonly SignpostingResource[];
  readonly notAlone: string;
  readonly ifLiked: string;
  readonly call: string;
  readonly text: string;
  readonly backTo: (charity: string) => string;
}

const en: SurveyWords = {
  itself: 'English',
  readIn: 'Read this in English',
  titles: { before: 'Before your weekend', after: 'After your weekend', fourWeeks: 'Four weeks later' },
  minutes: 'It takes about two minutes. You may skip any question.',
  keptAsYouGo: (until) =>
    `Each answer is kept as you go, so you can stop and come back${until ? ` until ${until}` : ' until your weekend begins'}. Nothing counts before you press “Send”. What you do not send is erased then.`,
  whoReads: (charity) =>
    `The team of ${charity} reads what you write in your own words, and sees the name you go by here.`,
  figures:
    'Your answers about loneliness are for reports, as figures. The team’s pages never show them beside your name.',
  inDanger:
    'If what you write sounds as if you may be in danger, the team is told at once, even before you send it.',
  begin: 'Begin',
  goOn: (answered, all) => `You have answered ${answered} of ${all}.`,
  goOnButton: 'Go on',
  allAtOnce: 'Show me all questions on one page',
  oneByOne: 'Show me one question at a time',
  progress: (at, all) => `Question ${at} of ${all}`,
  source: 'Where this question is from',
  sourceWords: 'Everybody is asked it in these very words, so that answers can be compared.',
  ownWords: 'In your own words',
  mayQuote: (charity, byName) =>
    `${charity} may quote this, ${byName ? 'with the name I go by here' : 'without a name'}`,
  next: 'Next',
  skip: 'Skip this question',
  back: 'Back',
  keep: 'Keep this for now',
  kept: 'It is kept. Nothing has been sent yet.',
  sendHeading: 'That is all',
  sendText: (answered, all) => `You have answered ${answered} of ${all} questions. That is fine as it is.`,
  send: 'Send',
  sendAll: 'Keep this and send it',
  lookAgain: 'Look at my answers again',
  thanks: 'Thank you',
  thanksText: 'We have your answers. You need not do anything else.',
  overHeading: 'Thank you for coming back to this',
  over: 'Its time is over, so it takes no more answers. There is nothing you need to do.',
  linkOver: 'This link does not open anything',
  notKept: 'This answer is not kept yet. Please look at it again.',
  tooLong: (letters, fit) =>
    `This has ${letters} letters; ${fit} fit. Please make it shorter. It is all still here.`,
  broken: 'There is a broken character in this. Please delete it and type it again.',
  tooOften:
    'Very much came from where you are just now. What you typed is still here: please wait a minute, and press the button.',
  unavailable:
    'This part of Baton is not answering just now. What you typed is still here: please press the button in a moment.',
  notYet: 'Not kept yet',
  sendAgain: 'Try again',
  closedMeanwhile:
    'It takes no more answers, so nothing more was taken from the page that you had open. What you typed there is here, for you to copy:',
  noSuchMeanwhile: 'What you typed was not taken. It is here, for you to copy:',
  somebody: [
    {
      name: 'Emergency services',
      about: 'When a life is in danger now. Free, day and night.',
      call: '999 in the United Kingdom, 112 in Ireland and the rest of Europe, 911 in North America',
    },
    {
      name: 'Samaritans',
      about: 'To talk to somebody about anything, in the United Kingdom and Ireland. Free, day and night.',
      call: '116 123',
      web: 'https://www.samaritans.org',
    },
  ],
  notAlone: 'You are not alone with this. Here is somebody to talk to, now:',
  ifLiked: 'If you would like to talk to somebody, they are there for you:',
  call: 'Call',
  text: 'Text',
  backTo: (charity) => `Go to the page of ${charity}`,
};

const cy: SurveyWords = {
  itself: 'Cymraeg',
  readIn: 'Darllenwch hwn yn Gymraeg',
  titles: {
    before: 'Cyn eich penwythnos',
    after: 'Ar ôl eich penwythnos',
    fourWeeks: 'Pedair wythnos wedyn',
  },
  minutes: 'Mae’n cymryd tua dwy funud. Cewch hepgor unrhyw gwestiwn.',
  keptAsYouGo: (until) =>
    `Caiff pob ateb ei gadw wrth i chi fynd, felly gallwch stopio a dod yn ôl${until ? ` tan ${until}` : ' tan i’ch penwythnos ddechrau'}. Does dim yn cyfrif cyn i chi bwyso “Anfon”. Caiff yr hyn na fyddwch yn ei anfon ei ddileu wedyn.`,
  whoReads: (charity) =>
    `Mae tîm ${charity} yn darllen yr hyn a ysgrifennwch yn eich geiriau eich hun, ac yn gweld yr enw rydych yn ei ddefnyddio yma.`,
  figures:
    'Mae eich atebion am unigrwydd ar gyfer adroddiadau, fel ffigurau. Nid yw tudalennau’r tîm byth yn eu dangos wrth ymyl eich enw.',
  inDanger:
    'Os yw’r hyn a ysgrifennwch yn swnio fel pe baech mewn perygl, caiff y tîm wybod ar unwaith, hyd yn oed cyn i chi ei anfon.',
  begin: 'Dechrau',
  goOn: (answered, all) => `Rydych wedi ateb ${answered} o ${all}.`,
  goOnButton: 'Mynd ymlaen',
  allAtOnce: 'Dangos pob cwestiwn ar un dudalen',
  oneByOne: 'Dangos un cwestiwn ar y tro',
  progress: (at, all) => `Cwestiwn ${at} o ${all}`,
  source: 'O ble y daw’r cwestiwn hwn',
  sourceWords:
    'Gofynnir hwn i bawb yn yr union eiriau hyn, yn Saesneg, am mai dim ond y rhain sydd wedi’u profi.',
  ownWords: 'Yn eich geiriau eich hun',
  mayQuote: (charity, byName) =>
    `Caiff ${charity} ddyfynnu hyn, ${byName ? 'gyda’r enw rwy’n ei ddefnyddio yma' : 'heb enw'}`,
  next: 'Nesaf',
  skip: 'Hepgor y cwestiwn hwn',
  back: 'Yn ôl',
  keep: 'Cadw hyn am y tro',
  kept: 'Mae wedi’i gadw. Does dim wedi’i anfon eto.',
  sendHeading: 'Dyna’r cyfan',
  sendText: (answered, all) => `Rydych wedi ateb ${answered} o ${all} cwestiwn. Mae hynny’n iawn fel y mae.`,
  send: 'Anfon',
  sendAll: 'Cadw hyn a’i anfon',
  lookAgain: 'Edrych ar fy atebion eto',
  thanks: 'Diolch',
  thanksText: 'Mae eich atebion wedi cyrraedd. Does dim angen gwneud dim byd arall.',
  overHeading: 'Diolch am ddod yn ôl at hyn',
  over: 'Mae ei amser ar ben, felly nid yw’n derbyn rhagor o atebion. Does dim angen gwneud dim byd.',
  linkOver: 'Nid yw’r ddolen hon yn agor dim byd',
  notKept: 'Nid yw’r ateb hwn wedi’i gadw eto. Edrychwch arno eto.',
  tooLong: (letters, fit) =>
    `Mae ${letters} o lythrennau yn hwn; mae lle i ${fit}. Byrhewch ef. Mae’r cyfan yn dal yma.`,
  broken: 'Mae nod toredig yn hwn. Dilëwch ef a’i deipio eto.',
  tooOften:
    'Daeth llawer iawn o’r lle rydych chi nawr. Mae’r hyn a deipioch yn dal yma: arhoswch funud, a phwyswch y botwm.',
  unavailable:
    'Nid yw’r rhan hon o Baton yn ateb ar hyn o bryd. Mae’r hyn a deipioch yn dal yma: pwyswch y botwm mewn eiliad.',
  notYet: 'Heb ei gadw eto',
  sendAgain: 'Rhowch gynnig arall arni',
  closedMeanwhile:
    'Nid yw’n derbyn rhagor o atebion, felly ni chymerwyd dim byd arall o’r dudalen oedd gennych ar agor. Mae’r hyn a deipioch yno yma, i chi ei gopïo:',
  noSuchMeanwhile: 'Ni chymerwyd yr hyn a deipioch. Mae yma, i chi ei gopïo:',
  somebody: [
    {
      name: 'Gwasanaethau brys',
      about: 'Pan fo bywyd mewn perygl nawr. Am ddim, ddydd a nos.',
      call: '999 yn y Deyrnas Unedig, 112 yn Iwerddon a gweddill Ewrop, 911 yng Ngogledd America',
    },
    {
      name: 'Samariaid',
      about: 'I siarad â rhywun am unrhyw beth, yn y Deyrnas Unedig ac Iwerddon. Am ddim, ddydd a nos.',
      call: '116 123',
      web: 'https://www.samaritans.org',
    },
  ],
  notAlone: 'Nid ydych ar eich pen eich hun gyda hyn. Dyma rywun i siarad ag ef, nawr:',
  ifLiked: 'Os hoffech siarad â rhywun, maen nhw yno i chi:',
  call: 'Ffoniwch',
  text: 'Anfonwch neges destun at',
  backTo: (charity) => `Ewch i dudalen ${charity}`,
};

export const surveyWords: Readonly<Record<Language, SurveyWords>> = { en, cy };
