import type { Finding } from '@baton/contracts';
import type { Check } from './check.js';
import { findEmailAddresses } from './find-email-addresses.js';
import { findPhoneNumbers } from './find-phone-numbers.js';
import { joinSpans, type Span } from './span.js';
import { unmask } from './unmask.js';

/** A whole British postcode is a street; half of one (M20) is a part of a town and stays. */
const postcode = /\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[ABD-HJLNP-UW-Z]{2}\b/g;

/** Ways of reaching a person: nobody on the internet should find a curator at home. */
export const checkContactDetails: Check = ({ text }, { policy: { contactDetails: verdict }, country }) => {
  if (verdict === 'allow') return [];
  const unmasked = unmask(text);
  const emails = joinSpans(findEmailAddresses(unmasked.text));
  const elsewhere = (span: Span) => !emails.some((email) => span.from < email.to && email.from < span.to);
  const phones = joinSpans(findPhoneNumbers(unmasked.text, country)).filter(elsewhere);
  const places = country === 'GB' ? [...unmasked.text.matchAll(postcode)] : [];

  const found = (what: string, { from, to }: Span): Finding => ({
    check: 'contactDetails',
    verdict,
    span: unmasked.spanOf(from, to),
    explanation: `This looks like ${what}. Everyone on the internet would see it.`,
    suggestion: 'Take it out, or ask people to reply here instead.',
  });
  return [
    ...emails.map((span) => found('an e-mail address', span)),
    ...phones.map((span) => found('a phone number', span)),
    ...places
      .map((match) => ({ from: match.index, to: match.index + match[0].length }))
      .filter(elsewhere)
      .map((span) => found('a postcode', span)),
  ];
};
