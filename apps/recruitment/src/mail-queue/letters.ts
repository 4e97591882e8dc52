import {
  addressToConfirm,
  applicationAccepted,
  applicationDeclined,
  applicationPutOff,
  applicationReceived,
  appliedAlready,
  comeAgain,
  curatorSignInCode,
  fillIn,
  type Letter,
  type LetterDeclaration,
  type LetterLanguage,
  type LetterWords,
  type PlaceValues,
  replyNotRead,
  surveyInvitation,
  takeoverBooked,
} from '@baton/mail';
import type { Tx } from '@baton/persistence';
import type { CharityHere } from '../charity/charity-row.js';
import { always } from './always.js';
import type { QueuedMail } from './queued-mail.js';
import { whileIn } from './while-in.js';
import { whileTheyMayComeAgain } from './while-they-may-come-again.js';
import { whileWeekendIsTheirs } from './while-weekend-is-theirs.js';
import { windowWords } from './window-words.js';
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
}

/** Asked right before a mail is written: whether what it was queued for still holds. */
export type Stands = (tx: Tx, mail: QueuedMail) => Promise<boolean>;

interface Traits {
  /** Its code proves an address. So it goes even where other mails came back, and what becomes of it tells nothing of those. */
  readonly provesAnAddress?: true;
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
      const { language, discreet = false } = context;
      return fillIn(letter, values(context), { language, own, discreet });
    },
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
const codeOf = ({ fields }: LetterContext): string => fields['code'] ?? '';
const signInPage = ({ publicOrigin, charity }: LetterContext): string =>
  `${publicOrigin}/sign-in/${charity.slug}`;

const whoIsGoneIsMailedNothing = always('it happened; and who is gone since is mailed nothing');
const codeIsMadeOnWriting = always(
  'its code is made when it is written, and where that is too late there is no mail',
);

/** Every letter that recruitment sends, by the name it is queued under. */
const kinds = {
  applicationReceived: kind(applicationReceived, toCharity, whoIsGoneIsMailedNothing),
  appliedAlready: kind(appliedAlready, toCharity, whoIsGoneIsMailedNothing),
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
  takeoverBooked: kind(
    takeoverBooked,
    (context) => ({ ...forCurator(context), ...windowWords(context) }),
    whileWeekendIsTheirs,
  ),
  surveyInvitation: kind(surveyInvitation, forCurator, withinDays(14)),
  comeAgain: kind(
    comeAgain,
    (context) => ({ ...forCurator(context), unsubscribe: context.unsubscribe ?? '' }),
    whileTheyMayComeAgain,
  ),
  replyNotRead: kind(replyNotRead, toCharity, withinDays(2)),
} as const satisfies Record<string, LetterKind>;

export const letters: Readonly<Record<LetterName, LetterKind>> = kinds;

export type LetterName = keyof typeof kinds;

export const isLetterName = (name: string): name is LetterName => Object.hasOwn(kinds, name);

/** Letters with a code that proves an address. */
export const lettersThatProve: readonly string[] = Object.entries(letters)
  .filter(([, { provesAnAddress }]) => provesAnAddress)
  .map(([name]) => name);
