import type { Finding } from '@baton/contracts';
import type { Check } from './check.js';
import { checkAltText } from './check-alt-text.js';
import { checkContactDetails } from './check-contact-details.js';
import { checkControlCharacters } from './check-control-characters.js';
import { checkLength } from './check-length.js';

const checks: readonly Check[] = [checkControlCharacters, checkLength, checkContactDetails, checkAltText];

/** Everything the checks have to say of a draft. */
export const checkDraft: Check = (draft, settings) => checks.flatMap((check) => check(draft, settings));

export const isBlocked = (findings: readonly Finding[]): boolean =>
  findings.some(({ verdict }) => verdict === 'block');

export const isHeld = (findings: readonly Finding[]): boolean =>
  findings.some(({ verdict }) => verdict === 'hold');
