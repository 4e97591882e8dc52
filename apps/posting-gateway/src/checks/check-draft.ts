import type { Finding } from '@baton/contracts';
import type { Check, CheckSettings } from './check.js';
import { checkAltText, nameOfPicture } from './check-alt-text.js';
import { checkAttachments } from './check-attachments.js';
import { checkContactDetails } from './check-contact-details.js';
import { checkControlCharacters } from './check-control-characters.js';
import { checkLength } from './check-length.js';

/** What is looked for wherever words are. */
const checksOfWords: readonly Check[] = [checkControlCharacters, checkContactDetails];
const checks: readonly Check[] = [...checksOfWords, checkLength, checkAttachments];

/** What the checks have to say of the pictures and their descriptions, which change by themselves. */
export const checkPictures: Check = (draft, settings) => [
  ...checkAltText(draft, settings),
  ...draft.pictures.flatMap(({ altText }, index) =>
    lookAtWords(altText, settings, `In the description of ${nameOfPicture(index, draft.pictures)}`).map(
      (finding) => ({ ...finding, picture: index + 1 }),
    ),
  ),
];

/** Everything the checks have to say of a draft. */
export const checkDraft: Check = (draft, settings) => [
  ...checks.flatMap((check) => check(draft, settings)),
  ...draft.poll.flatMap((option) => lookAtWords(option, settings, 'In the poll')),
  ...checkPictures(draft, settings),
];

/** A finding outside the text has no place in it. */
const lookAtWords = (text: string, settings: CheckSettings, where: string): Finding[] =>
  checksOfWords
    .flatMap((check) => check({ text, pictures: [], poll: [] }, settings))
    .map((finding) => ({ ...finding, span: null, explanation: `${where}: ${finding.explanation}` }));

export const isBlocked = (findings: readonly Finding[]): boolean =>
  findings.some(({ verdict }) => verdict === 'block');

export const isHeld = (findings: readonly Finding[]): boolean =>
  findings.some(({ verdict }) => verdict === 'hold');
