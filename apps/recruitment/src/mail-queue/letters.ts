import type { ApplicationId } from '@baton/contracts';
import {
  addressToConfirm,
  applicationAccepted,
  applicationDeclined,
  applicationPutOff,
  applicationReceived,
  appliedAlready,
  batonPassed,
  buddyAlert,
  buddyFound,
  buddyToLookAfter,
  comeAgain,
  coverAsked,
  curatorSignInCode,
  fillIn,
  formSaved,
  fromBuddy,
  type Letter,
  type LetterDeclaration,
  type LetterLanguage,
  type LetterWords,
  listIsOpen,
  nominated,
  notBegunYet,
  ownLink,
  type PlaceValues,
  partPaused,
  question,
  replyNotRead,
  slotFreed,
  stillThere,
  surveyBefore,
  surveyFourWeeks,
  surveyInvitation,
  surveyReminder,
  swapAsked,
  swapNotToBe,
  takeoverBooked,
  takeoverGivenUp,
  takeoverMoved,
  takeoverOff,
  thankYou,
  weekendEndsSoon,
  weekendHasBegun,
  weekendInAnHour,
  weekendInTwoDays,
  weekendInTwoWeeks,
  welcomeBack,
  youAreReady,
} from '@baton/mail';
import type { Tx } from '@baton/persistence';
import { buddysName, stillBuddies } from '../buddies/buddies-in-letters.js';
import type { CharityHere } from '../charity/charity-row.js';
import { consentsTo } from '../consent/consent-records.js';
import { notWrittenTo, stillAsked } from '../conversation/still-asked.js';
import { openItems } from '../preparation/open-items.js';
import { whileTheyMayBeAsked, whileTheyMayBeReminded } from '../surveys/while-they-may-be-asked.js';
import { always } from './always.js';
import type { OpenedMail } from './queued-mail.js';
import { whileIn } from './while-in.js';
import { whileItCanBeAnswered } from './while-it-can-be-answered.js';
import { whileItIsThen, whileItIsTime } from './while-it-is-time.js';
import { whileTheyMayComeAgain } from './while-they-may-come-again.js';
import { momentWords, windowWords } from './window-words.js';
import { withinDays } from './within-days.js';

/** What is known of a mail when it is written: the charity, the addressee, and fields of the letter's own. */
export interface LetterContext {
  readonly charity: CharityHere;
  readonly penName: string;
  readonly publicOrigin: string;
  readonly language: LetterLanguage;
  readonly fields: Readonly<Record<string, string>>;
  /** The page where its reader says that they want no more of these; for letters that can be stopped. */
  readonly unsubscribe?: string;
  /** Its reader asked for mails that tell nothing at a glance. */
  readonly discreet?: boolean;
  /** Nobody has proved the address it goes to. */
  readonly unproved?: boolean;
}

/** Asked right before a mail is written: whether what it was queued for still holds. */
export type Stands = (tx: Tx, mail: OpenedMail) => Promise<boolean>;

interface Traits {
  /** Its code or its link proves an address. So it goes even where other mails came back, and what becomes of it tells nothing of those. */
  readonly provesAnAddress?: true;
  /** What is looked up only when a mail is written, and was known to nobody when it was queued. */
  readonly looksUp?: (tx: Tx, mail: OpenedMail) => Promise<LetterContext['fields']>;
  /** An answer to it belongs to what the team and the applicant write each other, whatever else the charity has set. */
  readonly takesReply?: true;
}

export interface LetterKind extends Traits {
  readonly letter: LetterDeclaration;
  /** `own`: the charity's words in place of ours. */
  readonly write: (context: LetterContext, own?: LetterWords) => Letter;
  readonly stands: Stands;
}

/** A place without a value does not compile, and nor does a letter of which nobody has said how long its reason stands. */
function kind<Places extends string>(
  letter: LetterDeclaration<Places>,
  values: (context: LetterContext) => PlaceValues<Places>,
  stands: Stands,
  traits: Traits = {},
): LetterKind {
  return {
    letter,
    stands,
    ...traits,
    write: (context, own) => {
      const { language, discreet = false, unproved = false } = context;
      return fillIn(letter, values(context), { language, own, discreet, unproved });
    },
  };
}

const toCharity = ({ charity }: LetterContext) => ({ charity: charity.name });
const withOwnPage = (context: LetterContext) => ({ ...toCharity(context), ownPage: ownPageOf(context) });
const withWords = (context: LetterContext) => ({
  ...withOwnPage(context),
  penName: context.penName,
  words: context.fields['words'] ?? '',
});
const withField =
  <Name extends string>(name: Name) =>
  (context: LetterContext) => ({
    ...forCurator(context),
    ...({ [name]: context.fields[name] ?? '' } as Record<Name, string>),
  });
const ownPageOf = ({ publicOrigin, charity, fields }: LetterContext): string =>
  `${publicOrigin}/c/${charity.slug}/application?token=${fields['ownToken'] ?? ''}`;
const both =
  (one: Stands, other: Stands): Stands =>
  async (tx, mail) =>
    (await one(tx, mail)) && (await other(tx, mail));
const forCurator = (context: LetterContext) => ({
  charity: context.charity.name,
  penName: context.penName,
  signIn: signInPage(context),
});
const withWindow = (context: LetterContext) => ({ ...forCurator(context), ...windowWords(context) });
const withSurvey = (context: LetterContext) => ({
  ...{ charity: context.charity.name, penName: context.penName },
  survey: surveyPage(context),
});
const withAnswer = (context: LetterContext) => {
  const until = momentWords(context, 'expiresAt');
  return { ...withWindow(context), answerOn: until.on, answerAt: until.at };
};
const codeOf = ({ fields }: LetterContext): string => fields['code'] ?? '';
const signInPage = ({ publicOrigin, charity }: LetterContext): string =>
  `${publicOrigin}/sign-in/${charity.slug}`;

const surveyPage = ({ publicOrigin, charity, fields, language }: LetterContext): string =>
  `${publicOrigin}/c/${charity.slug}/survey?token=${fields['token'] ?? ''}${language === 'en' ? '' : `&language=${language}`}`;

const savedFormPage = ({ publicOrigin, charity, fields }: LetterContext): string =>
  `${publicOrigin}/c/${charity.slug}/saved?token=${fields['token'] ?? ''}`;

const forNominee = (context: LetterContext) => ({
  ...toCharity(context),
  link: `${context.publicOrigin}/c/${context.charity.slug}/nomination?token=${context.fields['token'] ?? ''}`,
});

const whoIsGoneIsMailedNothing = always('it happened; and who is gone since is mailed nothing');
const whoIsNotAskedIsMailedNothing = always(
  'whether somebody is to be asked is found out when it is written',
);
/** Who took back their consent is not asked to be glad of their weekend. */
const stillConsents: Stands = (tx, { addresseeId }) =>
  consentsTo(tx, addresseeId as ApplicationId, 'posting');
const codeIsMadeOnWriting = always(
  'its code is made when it is written, and where that is too late there is no mail',
);

/** Every letter that recruitment sends, by the name it is queued under. */
const kinds = {
  applicationReceived: kind(applicationReceived, withOwnPage, whoIsGoneIsMailedNothing),
  appliedAlready: kind(appliedAlready, withOwnPage, whoIsGoneIsMailedNothing),
  applicationAccepted: kind(
    applicationAccepted,
    forCurator,
    whileIn('accepted', 'preparing', 'ready', 'live', 'alumni'),
  ),
  applicationDeclined: kind(applicationDeclined, withWords, whileIn('declined')),
  applicationPutOff: kind(applicationPutOff, withWords, whileIn('later')),
  signInCode: kind(
    curatorSignInCode,
    (context) => ({ ...toCharity(context), code: codeOf(context), page: signInPage(context) }),
    codeIsMadeOnWriting,
    { provesAnAddress: true },
  ),
  confirmAddress: kind(
    addressToConfirm,
    (context) => ({ ...toCharity(context), code: codeOf(context) }),
    codeIsMadeOnWriting,
    { provesAnAddress: true },
  ),
  takeoverBooked: kind(takeoverBooked, withWindow, whileItIsThen),
  takeoverMoved: kind(takeoverMoved, withWindow, whileItIsThen),
  takeoverOff: kind(takeoverOff, withWindow, withinDays(7)),
  takeoverGivenUp: kind(takeoverGivenUp, withWindow, withinDays(2)),
  weekendInTwoWeeks: kind(weekendInTwoWeeks, withWindow, whileItIsTime),
  weekendInTwoDays: kind(weekendInTwoDays, withWindow, whileItIsTime),
  weekendInAnHour: kind(weekendInAnHour, withWindow, whileItIsTime),
  weekendHasBegun: kind(weekendHasBegun, withWindow, whileItIsTime),
  weekendEndsSoon: kind(weekendEndsSoon, withWindow, whileItIsTime),
  coverAsked: kind(coverAsked, withAnswer, whileItCanBeAnswered),
  slotFreed: kind(slotFreed, withAnswer, whileItCanBeAnswered),
  swapAsked: kind(
    swapAsked,
    (context) => ({ ...withAnswer(context), insteadOn: momentWords(context, 'insteadOf').on }),
    whileItCanBeAnswered,
  ),
  swapNotToBe: kind(swapNotToBe, forCurator, withinDays(7)),
  surveyBefore: kind(surveyBefore, withSurvey, whileTheyMayBeAsked),
  surveyInvitation: kind(surveyInvitation, withSurvey, whileTheyMayBeAsked),
  surveyFourWeeks: kind(surveyFourWeeks, withSurvey, whileTheyMayBeAsked),
  surveyReminder: kind(surveyReminder, withSurvey, whileTheyMayBeReminded),
  comeAgain: kind(
    comeAgain,
    (context) => ({ ...forCurator(context), unsubscribe: context.unsubscribe ?? '' }),
    whileTheyMayComeAgain,
  ),
  replyNotRead: kind(replyNotRead, toCharity, withinDays(2)),
  formSaved: kind(
    formSaved,
    (context) => ({ ...toCharity(context), link: savedFormPage(context) }),
    always('a form that is gone has nobody waiting for its link'),
  ),
  question: kind(question, withWords, stillAsked, { takesReply: true }),
  stillThere: kind(
    stillThere,
    (context) => ({ ...withOwnPage(context), penName: context.penName }),
    both(whileIn('applied', 'screening'), notWrittenTo),
  ),
  ownLink: kind(ownLink, withOwnPage, always('the link is made when it is written, for whom it is then'), {
    provesAnAddress: true,
  }),
  youAreReady: kind(youAreReady, forCurator, whileIn('ready')),
  notBegunYet: kind(notBegunYet, forCurator, whileIn('accepted')),
  listIsOpen: kind(listIsOpen, withField('open'), whileIn('preparing'), { looksUp: openItems }),
  buddyFound: kind(buddyFound, withField('buddy'), stillBuddies, { looksUp: buddysName }),
  buddyToLookAfter: kind(buddyToLookAfter, withField('buddy'), stillBuddies, { looksUp: buddysName }),
  fromBuddy: kind(fromBuddy, withField('buddy'), stillBuddies, { looksUp: buddysName }),
  buddyAlert: kind(buddyAlert, withField('buddy'), both(stillBuddies, withinDays(2)), {
    looksUp: buddysName,
  }),
  nominated: kind(nominated, forNominee, whoIsNotAskedIsMailedNothing),
  batonPassed: kind(batonPassed, forNominee, whoIsNotAskedIsMailedNothing),
  thankYou: kind(thankYou, forCurator, both(whileIn('alumni', 'ready', 'live', 'later'), stillConsents)),
  partPaused: kind(partPaused, forCurator, whileIn('later')),
  welcomeBack: kind(welcomeBack, forCurator, whileIn('later')),
} as const satisfies Record<string, LetterKind>;

export const letters: Readonly<Record<LetterName, LetterKind>> = kinds;

export type LetterName = keyof typeof kinds;

export const isLetterName = (name: string): name is LetterName => Object.hasOwn(kinds, name);

/** Letters with a code or a link that proves an address. */
export const lettersThatProve: readonly string[] = Object.entries(letters)
  .filter(([, { provesAnAddress }]) => provesAnAddress)
  .map(([name]) => name);

/** Whether it has a link to its reader's own page, which is then made with it. */
export const leadsToOwnPage = (name: string): boolean =>
  isLetterName(name) && 'ownPage' in kinds[name].letter.places;
