import {
  applicationAccepted,
  applicationDeclined,
  applicationReceived,
  appliedAlready,
  confirmAddress,
  type Letter,
  signInCode,
  surveyInvitation,
  takeoverBooked,
} from '@baton/mail';

/** What is known of a mail when it is written: the charity, the pen name, and fields of the letter's own. */
export interface LetterContext {
  readonly charity: { readonly name: string; readonly slug: string; readonly zone: string };
  readonly penName: string;
  readonly publicOrigin: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Every letter that recruitment sends, by the name it is queued under. */
export const letters = {
  applicationReceived: ({ charity }) => applicationReceived({ charity: charity.name }),
  appliedAlready: ({ charity }) => appliedAlready({ charity: charity.name }),
  applicationAccepted: (context) =>
    applicationAccepted({
      charity: context.charity.name,
      penName: context.penName,
      signIn: signInPage(context),
    }),
  applicationDeclined: ({ charity, penName, fields }) =>
    applicationDeclined({ charity: charity.name, penName, words: fields['words'] ?? '' }),
  signInCode: (context) =>
    signInCode({
      charity: context.charity.name,
      page: signInPage(context),
      code: context.fields['code'] ?? '',
    }),
  confirmAddress: ({ charity, fields }) =>
    confirmAddress({ charity: charity.name, code: fields['code'] ?? '' }),
  takeoverBooked: (context) =>
    takeoverBooked({
      ...forCurator(context),
      opensAt: new Date(context.fields['opensAt'] ?? ''),
      closesAt: new Date(context.fields['closesAt'] ?? ''),
    }),
  surveyInvitation: (context) => surveyInvitation(forCurator(context)),
} as const satisfies Record<string, (context: LetterContext) => Letter>;

export type LetterName = keyof typeof letters;

export const isLetterName = (name: string): name is LetterName => Object.hasOwn(letters, name);

const signInPage = ({ publicOrigin, charity }: LetterContext): string =>
  `${publicOrigin}/sign-in/${charity.slug}`;

const forCurator = (context: LetterContext) => ({
  charity: context.charity.name,
  zone: context.charity.zone,
  penName: context.penName,
  signIn: signInPage(context),
});
