import { CheckName, type Finding } from '@baton/contracts';
import { checksOfDraft, checksOfWords } from './all-checks.js';
import type { CheckSettings, DraftToCheck, Observation } from './check.js';
import { judge } from './judge.js';
import { altText, nameOfPicture } from './pictures/check-alt-text.js';
import { readWords } from './reading/words.js';

type Look = (draft: DraftToCheck, settings: CheckSettings) => Finding[];

/** Everything the checks have to say of a draft, as the charity's policy judges it. */
export const checkDraft: Look = (draft, settings) => [
  ...lookAtWords(draft.text, settings),
  ...CheckName.options
    .filter((name) => name !== 'altText')
    .flatMap((name) => judge(name, checksOfDraft[name]?.ofDraft(draft, settings) ?? [], settings.policy)),
  ...lookAtPoll(draft.poll, settings),
  ...checkPictures(draft, settings),
];

/** Each option, and what they tell together: a number can be cut in pieces. */
function lookAtPoll(options: readonly string[], settings: CheckSettings): Finding[] {
  const apart = options.flatMap((option) => lookElsewhere(option, settings, 'In the poll'));
  const together = lookElsewhere(options.join(' '), settings, 'In the options of the poll together');
  const isNew = ({ check }: Finding) =>
    (check === 'contactDetails' || check === 'identifiers') && !apart.some((other) => other.check === check);
  return [...apart, ...together.filter(isNew)];
}

/** What the checks have to say of the pictures and their descriptions, which change by themselves. */
export const checkPictures: Look = (draft, settings) => [
  ...judge('altText', altText.ofDraft(draft, settings), settings.policy),
  ...draft.pictures.flatMap(({ altText: words }, index) =>
    lookElsewhere(words, settings, `In the description of ${nameOfPicture(index, draft.pictures)}`).map(
      (finding) => ({ ...finding, picture: index + 1 }),
    ),
  ),
];

function lookAtWords(typed: string, settings: CheckSettings): Finding[] {
  if (typed === '') return [];
  const words = readWords(typed);
  return CheckName.options.flatMap((name) => {
    const noticed: readonly Observation[] = checksOfWords[name]?.ofWords(words, settings) ?? [];
    return judge(name, noticed, settings.policy);
  });
}

/** A finding outside the text has no place in it. */
const lookElsewhere = (typed: string, settings: CheckSettings, where: string): Finding[] =>
  lookAtWords(typed, settings).map((finding) => ({
    ...finding,
    span: null,
    explanation: `${where}: ${finding.explanation}`,
  }));
