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
  curatorSignInCode,
  fillIn,
  fromBuddy,
  type Letter,
  type LetterDeclaration,
  type LetterLanguage,
  type LetterWords,
  listIsOpen,
  nominated,
  notBegunYet,
  type PlaceValues,
  partPaused,
  surveyInvitation,
  takeoverBooked,
  thankYou,
  welcomeBack,
  youAreReady,
} from '@baton/mail';
import type { Tx } from '@baton/persistence';
import { buddysName, stillBuddies } from '../buddies/buddies-in-letters.js';
import { openItems } from '../preparation/open-items.js';
import type { OpenedMail } from './queued-mail.js';
import { whileIn } from './while-in.js';
import { windowWords } from './window-words.js';

/** What is known of a mail when it is written: the charity, the addressee, and fields of the letter's own. */
export interface LetterContext {
  readonly charity: { readonly name: string; readonly slug: string; readonly zone: string };
  readonly penName: string;
  readonly publicOrigin: string;
  readonly language: LetterLanguage;
  readonly fields: Readonly<Record<string, string>>;
}

/** Asked right before a mail is written: whether what it was queued for still holds. */
type Stands = (tx: Tx, mail: OpenedMail) => Promise<boolean>;

/** What is looked up only when a mail is written, and was known to nobody when it was queued. */
type LooksUp = (tx: Tx, mail: OpenedMail) => Promise<LetterContext['fields']>;

export interface LetterKind {
  readonly letter: LetterDeclaration;
  /** `own`: the charity's words in place of ours. */
  readonly write: (context: LetterContext, own?: LetterWords) => Letter;
  /** Without it, it always stands. */
  readonly stands?: Stands;
  readonly looksUp?: LooksUp;
}

/** A place without a value does not compile. */
function kind<Places extends string>(
  letter: LetterDeclaration<Places>,
  values: (context: LetterContext) => PlaceValues<Places>,
  stands?: Stands,
  looksUp?: LooksUp,
): LetterKind {
  return {
    letter,
    write: (context, own) => fillIn(letter, values(context), { language: context.language, own }),
    ...(stands ? { stands } : {}),
    ...(looksUp ? { looksUp } : {}),
  };
}

const toCharity = ({ charity }: LetterContext) => ({ charity: charity.name });
const withWords = ({ charity, penName, fields }: LetterContext) => ({
  charity: charity.name,
  penName,
  words: fields['words'] ?? '',
});
const forCurator = (context: LetterContext) => ({
  charity: context.charity.name,
  penName: context.penName,
  signIn: signInPage(context),
});
const withField =
  <Name extends string>(name: Name) =>
  (context: LetterContext) => ({
    ...forCurator(context),
    ...({ [name]: context.fields[name] ?? '' } as Record<Name, string>),
  });
const codeOf = ({ fields }: LetterContext): string => fields['code'] ?? '';
const signInPage = ({ publicOrigin, charity }: LetterContext): string =>
  `${publicOrigin}/sign-in/${charity.slug}`;
const forNominee = (context: LetterContext) => ({
  ...toCharity(context),
  link: `${context.publicOrigin}/c/${context.charity.slug}/nomination?token=${context.fields['token'] ?? ''}`,
});

/** Every letter that recruitment sends, by the name it is queued under. */
const kinds = {
  applicationReceived: kind(applicationReceived, toCharity),
  appliedAlready: kind(appliedAlready, toCharity),
  applicationAccepted: kind(
    applicationAccepted,
    forCurator,
    whileIn('accepted', 'preparing', 'ready', 'live', 'alumni'),
  ),
  applicationDeclined: kind(applicationDeclined, withWords, whileIn('declined')),
  applicationPutOff: kind(applicationPutOff, withWords, whileIn('later')),
  signInCode: kind(curatorSignInCode, (context) => ({
    ...toCharity(context),
    code: codeOf(context),
    page: signInPage(context),
  })),
  confirmAddress: kind(addressToConfirm, (context) => ({ ...toCharity(context), code: codeOf(context) })),
  takeoverBooked: kind(takeoverBooked, (context) => ({ ...forCurator(context), ...windowWords(context) })),
  surveyInvitation: kind(surveyInvitation, forCurator),
  youAreReady: kind(youAreReady, forCurator, whileIn('ready')),
  notBegunYet: kind(notBegunYet, forCurator, whileIn('accepted')),
  listIsOpen: kind(listIsOpen, withField('open'), whileIn('preparing'), openItems),
  buddyFound: kind(buddyFound, withField('buddy'), stillBuddies, buddysName),
  buddyToLookAfter: kind(buddyToLookAfter, withField('buddy'), stillBuddies, buddysName),
  fromBuddy: kind(fromBuddy, withField('buddy'), stillBuddies, buddysName),
  buddyAlert: kind(buddyAlert, withField('buddy'), stillBuddies, buddysName),
  nominated: kind(nominated, forNominee),
  batonPassed: kind(batonPassed, forNominee),
  thankYou: kind(thankYou, forCurator, whileIn('alumni', 'ready', 'live', 'later')),
  partPaused: kind(partPaused, forCurator, whileIn('later')),
  welcomeBack: kind(welcomeBack, forCurator, whileIn('later')),
} as const satisfies Record<string, LetterKind>;

export const letters: Readonly<Record<LetterName, LetterKind>> = kinds;

export type LetterName = keyof typeof kinds;

export const isLetterName = (name: string): name is LetterName => Object.hasOwn(kinds, name);
