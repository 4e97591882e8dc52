import type { Language } from '@baton/contracts';

/** What is wrong with an answer, in whole sentences that say what to do. */
interface ProblemWords {
  readonly missing: string;
  readonly chooseOne: string;
  readonly chooseOnly: string;
  readonly mustAgree: string;
  readonly notText: string;
  readonly unknown: string;
  readonly notDate: string;
  readonly tooLong: (length: number, longest: number) => string;
  readonly step: (from: number, to: number) => string;
  readonly tooEarly: (earliest: string) => string;
  readonly tooLate: (latest: string) => string;
  readonly yes: string;
  readonly no: string;
}

const en: ProblemWords = {
  missing: 'Please answer this question.',
  chooseOne: 'Please choose one of the answers.',
  chooseOnly: 'Please choose among the answers that are offered.',
  mustAgree: 'Without a yes to this we cannot take the form. Please tick it if you agree.',
  notText: 'Please answer in words.',
  unknown: 'This question is not part of the form. Please leave it out, or open the form anew.',
  notDate: 'Please give a day, such as 2026-11-27.',
  tooLong: (length, longest) =>
    `Your answer has ${length} characters; ${longest} fit. Please shorten it. Nothing you typed is lost.`,
  step: (from, to) => `Please choose a step from ${from} to ${to}.`,
  tooEarly: (earliest) => `Please give a day that is not before ${earliest}.`,
  tooLate: (latest) => `Please give a day that is not after ${latest}.`,
  yes: 'Yes',
  no: 'No',
};

const cy: ProblemWords = {
  missing: 'Atebwch y cwestiwn hwn, os gwelwch yn dda.',
  chooseOne: 'Dewiswch un o’r atebion, os gwelwch yn dda.',
  chooseOnly: 'Dewiswch o’r atebion sy’n cael eu cynnig, os gwelwch yn dda.',
  mustAgree: 'Ni allwn dderbyn y ffurflen heb ie i hyn. Ticiwch ef os ydych yn cytuno.',
  notText: 'Atebwch mewn geiriau, os gwelwch yn dda.',
  unknown: 'Nid yw’r cwestiwn hwn yn rhan o’r ffurflen. Agorwch y ffurflen eto, os gwelwch yn dda.',
  notDate: 'Rhowch ddyddiad, fel 2026-11-27.',
  tooLong: (length, longest) =>
    `Mae ${length} nod yn eich ateb; mae lle i ${longest}. Byrhewch ef, os gwelwch yn dda. Nid oes dim ar goll.`,
  step: (from, to) => `Dewiswch gam o ${from} i ${to}, os gwelwch yn dda.`,
  tooEarly: (earliest) => `Rhowch ddyddiad nad yw cyn ${earliest}.`,
  tooLate: (latest) => `Rhowch ddyddiad nad yw ar ôl ${latest}.`,
  yes: 'Ie',
  no: 'Na',
};

export const answerWords: Readonly<Record<Language, ProblemWords>> = { en, cy };
