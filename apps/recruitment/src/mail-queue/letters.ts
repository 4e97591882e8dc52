import {
  addressToConfirm,
  applicationAccepted,
  applicationDeclined,
  applicationPutOff,
  applicationReceived,
  appliedAlready,
  buddyAlert,
  buddyFound,
  buddyToLookAfter,
  curatorSignInCode,
  fillIn,
  formSaved,
  fromBuddy,
  type Letter,
  type LetterDeclaration,
  type LetterLanguage,
  type LetterWords,
  listIsOpen,
  notBegunYet,
  ownLink,
  type PlaceValues,
  question,
  stillThere,
  surveyInvitation,
  takeoverBooked,
  youAreReady,
} from '@baton/mail';
import type { Tx } from '@baton/persistence';
import { buddysName, stillBuddies } from '../buddies/buddies-in-letters.js';
import { notWrittenTo, stillAsked } from '../conversation/still-asked.js';
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

const both =
  (one: Stands, other: Stands): Stands =>
  async (tx, mail) =>
    (await one(tx, mail)) && (await other(tx, mail));

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
const withWords = (context: LetterContext) => ({
  ...withOwnPage(context),
  penName: context.penName,
  words: context.fields['words'] ?? '',
});
const withOwnPage = (context: LetterContext) => ({ ...toCharity(context), ownPage: ownPageOf(context) });
const ownPageOf = ({ publicOrigin, charity, fields }: LetterContext): string =>
  `${publicOrigin}/c/${charity.slug}/application?token=${fields['ownToken'] ?? ''}`;
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
const savedFormPage = ({ publicOrigin, charity, fields }: LetterContext): string =>
  `${publicOrigin}/c/${charity.slug}/saved?token=${fields['token'] ?? ''}`;

/** Every letter that recruitment sends, by the name it is queued under. */
const kinds = {
  applicationReceived: kind(applicationReceived, withOwnPage),
  appliedAlready: kind(appliedAlready, withOwnPage),
  applicationAccepted: kind(
    applicationAccepted,
    forCurator,
    whileIn('accepted', 'preparing', 'ready', 'live', 'alumni'),
  ),
  applicationDeclined: kind(applicationDeclined, withWords, whileIn('declined')),
  applicationPutOff: kind(applicationPutOff, withWords, whileIn('later')),
  question: kind(question, withWords, stillAsked),
  stillThere: kind(
    stillThere,
    (context) => ({ ...withOwnPage(context), penName: context.penName }),
    both(whileIn('applied', 'screening'), notWrittenTo),
  ),
  ownLink: kind(ownLink, withOwnPage),
  signInCode: kind(curatorSignInCode, (context) => ({
    ...toCharity(context),
    code: codeOf(context),
    page: signInPage(context),
  })),
  confirmAddress: kind(addressToConfirm, (context) => ({ ...toCharity(context), code: codeOf(context) })),
  takeoverBooked: kind(takeoverBooked, (context) => ({ ...forCurator(context), ...windowWords(context) })),
  formSaved: kind(formSaved, (context) => ({ ...toCharity(context), link: savedFormPage(context) })),
  surveyInvitation: kind(surveyInvitation, forCurator),
  youAreReady: kind(youAreReady, forCurator, whileIn('ready')),
  notBegunYet: kind(notBegunYet, forCurator, whileIn('accepted')),
  listIsOpen: kind(listIsOpen, withField('open'), whileIn('preparing'), openItems),
  buddyFound: kind(buddyFound, withField('buddy'), stillBuddies, buddysName),
  buddyToLookAfter: kind(buddyToLookAfter, withField('buddy'), stillBuddies, buddysName),
  fromBuddy: kind(fromBuddy, withField('buddy'), stillBuddies, buddysName),
  buddyAlert: kind(buddyAlert, withField('buddy'), stillBuddies, buddysName),
} as const satisfies Record<string, LetterKind>;

export const letters: Readonly<Record<LetterName, LetterKind>> = kinds;

export type LetterName = keyof typeof kinds;

export const isLetterName = (name: string): name is LetterName => Object.hasOwn(kinds, name);

/** Whether it has a link to its reader's own page, which is then made with it. */
export const leadsToOwnPage = (name: string): boolean =>
  isLetterName(name) && 'ownPage' in kinds[name].letter.places;
