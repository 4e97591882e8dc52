import {
  applicationAccepted,
  applicationDeclined,
  applicationPutOff,
  applicationReceived,
  appliedAlready,
  confirmAddress,
  type Letter,
  signInCode,
  surveyInvitation,
  takeoverBooked,
} from '@baton/mail';
import type { Tx } from '@baton/persistence';
import type { QueuedMail } from './queued-mail.js';
import { whileIn } from './while-in.js';

/** What is known of a mail when it is written: the charity, the addressee, and fields of the letter's own. */
export interface LetterContext {
  readonly charity: { readonly name: string; readonly slug: string; readonly zone: string };
  readonly penName: string;
  readonly publicOrigin: string;
  readonly fields: Readonly<Record<string, string>>;
}

interface LetterKind {
  readonly write: (context: LetterContext) => Letter;
  /** Asked right before it is written: whether what it was queued for still holds. Without it, it always does. */
  readonly stands?: (tx: Tx, mail: QueuedMail) => Promise<boolean>;
}

/** Every letter that recruitment sends, by the name it is queued under. */
const kinds = {
  applicationReceived: { write: ({ charity }) => applicationReceived({ charity: charity.name }) },
  appliedAlready: { write: ({ charity }) => appliedAlready({ charity: charity.name }) },
  applicationAccepted: {
    write: (context) =>
      applicationAccepted({
        charity: context.charity.name,
        penName: context.penName,
        signIn: signInPage(context),
      }),
    stands: whileIn('accepted', 'preparing', 'ready', 'live', 'alumni'),
  },
  applicationDeclined: {
    write: ({ charity, penName, fields }) =>
      applicationDeclined({ charity: charity.name, penName, words: fields['words'] ?? '' }),
    stands: whileIn('declined'),
  },
  applicationPutOff: {
    write: ({ charity, penName, fields }) =>
      applicationPutOff({ charity: charity.name, penName, words: fields['words'] ?? '' }),
    stands: whileIn('later'),
  },
  signInCode: {
    write: (context) =>
      signInCode({
        charity: context.charity.name,
        page: signInPage(context),
        code: context.fields['code'] ?? '',
      }),
  },
  confirmAddress: {
    write: ({ charity, fields }) => confirmAddress({ charity: charity.name, code: fields['code'] ?? '' }),
  },
  takeoverBooked: {
    write: (context) =>
      takeoverBooked({
        ...forCurator(context),
        opensAt: new Date(context.fields['opensAt'] ?? ''),
        closesAt: new Date(context.fields['closesAt'] ?? ''),
      }),
  },
  surveyInvitation: { write: (context) => surveyInvitation(forCurator(context)) },
} as const satisfies Record<string, LetterKind>;

export const letters: Readonly<Record<LetterName, LetterKind>> = kinds;

export type LetterName = keyof typeof kinds;

export const isLetterName = (name: string): name is LetterName => Object.hasOwn(kinds, name);

const signInPage = ({ publicOrigin, charity }: LetterContext): string =>
  `${publicOrigin}/sign-in/${charity.slug}`;

const forCurator = (context: LetterContext) => ({
  charity: context.charity.name,
  zone: context.charity.zone,
  penName: context.penName,
  signIn: signInPage(context),
});
