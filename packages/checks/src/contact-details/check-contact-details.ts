import type { CheckOfWords, Observation } from '../check.js';
import { joinSpans, type Span } from '../reading/span.js';
import { findEmailAddresses } from './find-email-addresses.js';
import { findPhoneNumbers } from './find-phone-numbers.js';

/** A whole British postcode is a street; half of one (M20) is a part of a town and stays. */
const postcode = /\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[ABD-HJLNP-UW-Z]{2}\b/g;

/** Ways of reaching a person: nobody on the internet should find a curator at home. */
export const contactDetails: CheckOfWords = {
  card: {
    name: 'contact details',
    looksFor:
      'E-mail addresses, phone numbers and whole postcodes, also spelt out, spaced out or written with look-alike letters.',
    misses: 'Addresses without a postcode, and numbers given in a picture.',
  },
  ofWords: ({ plain }, { country }) => {
    const emails = joinSpans(findEmailAddresses(plain.text));
    const elsewhere = (span: Span) => !emails.some((email) => span.from < email.to && email.from < span.to);
    const phones = joinSpans(findPhoneNumbers(plain.text, country)).filter(elsewhere);
    const places = country === 'GB' ? [...plain.text.matchAll(postcode)] : [];

    const found = (what: string, { from, to }: Span): Observation => ({
      severity: 'high',
      span: plain.spanOf(from, to),
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
  },
};
