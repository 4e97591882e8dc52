import type {
  DeclineReason,
  DeclineWords,
  listKindWords,
  OutputOf,
  PutOffReason,
  PutOffWords,
} from '@baton/contracts';

type KindWords = OutputOf<typeof listKindWords>;

interface Wording<Reason> {
  readonly reason: Reason;
  readonly words: string;
}

/**
 * Words for a no and for a “not now” that a tired reader takes as they are meant: thanks, the truth, and nothing about
 * their worth or their health. Each is one paragraph in the middle of a letter that greets and ends kindly already.
 */
const decline: Readonly<Record<DeclineWords, Wording<DeclineReason>>> = {
  manyOffered: {
    reason: 'noPlaceLeft',
    words:
      'Many more people offered to help than we have weekends. We had to choose, and it was hard. We are glad that you asked.',
  },
  fewWeekends: {
    reason: 'noPlaceLeft',
    words:
      'Our weekends are all taken for a long time. We do not want to let you wait without an end. So we say no for now, and thank you.',
  },
  somethingElse: {
    reason: 'otherCall',
    words:
      'This time we look for stories of another kind. Yours has its place too, only not in this call. We will ask again, with other questions.',
  },
  noAnswerCame: {
    reason: 'notReached',
    words:
      'We wrote to you and heard nothing back. Life gets in the way, and that is fine. If you would still like to, please apply again.',
  },
  thankYou: {
    reason: 'other',
    words:
      'We have thought about it for a while. We cannot take you on this time. Thank you for your time and your trust.',
  },
};

const putOff: Readonly<Record<PutOffWords, Wording<PutOffReason>>> = {
  weekendsTaken: {
    reason: 'noFreeWeekend',
    words: 'The next weekends are all taken. We will write to you when new ones are free.',
  },
  asYouAsked: {
    reason: 'theyAskedToWait',
    words: 'You told us that now is not a good time. We wait, gladly. Nothing is lost, and nobody minds.',
  },
  weNeedTime: {
    reason: 'teamNeedsTime',
    words:
      'Our team is small, and we want to do this well. Please give us a little time. We will be in touch.',
  },
  notForgotten: {
    reason: 'other',
    words: 'We would like to come back to you a little later. You are on our list, and you stay there.',
  },
};

export const kindWords: KindWords = {
  decline: wordings(decline),
  putOff: wordings(putOff),
};

interface Said {
  /** A manager's own. */
  readonly words: string;
  readonly template?: string | undefined;
}

/** A manager's own words go before those of a template; neither: the letter says enough. */
export function chosenWords(decision: keyof KindWords, { words, template }: Said): string {
  if (words !== '') return words;
  const known: readonly { template: string; words: string }[] = kindWords[decision];
  return known.find((one) => one.template === template)?.words ?? '';
}

function wordings<Name extends string, Reason>(by: Readonly<Record<Name, Wording<Reason>>>) {
  return (Object.keys(by) as Name[]).map((template) => ({ template, ...by[template] }));
}
