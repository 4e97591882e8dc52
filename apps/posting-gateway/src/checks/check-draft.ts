import type { Finding } from '@baton/contracts';
import type { Check } from './check.js';
import { checkAltText } from './check-alt-text.js';
import { checkAttachments } from './check-attachments.js';
import { checkContactDetails } from './check-contact-details.js';
import { checkControlCharacters } from './check-control-characters.js';
import { checkLength } from './check-length.js';

/** What is looked for wherever words are. */
const checksOfWords: readonly Check[] = [checkControlCharacters, checkContactDetails];
const checks: readonly Check[] = [...checksOfWords, checkLength, checkAttachments, checkAltText];

/** Everything the checks have to say of a draft. A finding in a poll has no place in the text. */
export const checkDraft: Check = (draft, settings) => [
  ...checks.flatMap((check) => check(draft, settings)),
  ...draft.poll.flatMap((text) =>
    checksOfWords
      .flatMap((check) => check({ text, pictures: [], poll: [] }, settings))
      .map((finding) => ({ ...finding, span: null, explanation: `In the poll: ${finding.explanation}` })),
  ),
];

export const isBlocked = (findings: readonly Finding[]): boolean =>
  findings.some(({ verdict }) => verdict === 'block');

export const isHeld = (findings: readonly Finding[]): boolean =>
  findings.some(({ verdict }) => verdict === 'hold');
