import type { CheckOfWords, Observation } from '../check.js';
import { spansOf } from '../reading/near.js';
import { joinSpans, type Span } from '../reading/span.js';
import { findAddresses } from './find-addresses.js';
import { findEmailAddresses } from './find-email-addresses.js';
import { findNamesElsewhere } from './find-names-elsewhere.js';
import { findOwnPages } from './find-own-pages.js';
import { findPhoneNumbers } from './find-phone-numbers.js';

/** A whole British postcode is a street; half of one (M20) is a part of a town and stays. “M4 3rd junction” is none. */
const postcode =
  /(?<![\p{L}\d])[A-Z]{1,2}\d[A-Z\d]?[\s.-]{0,2}\d(?!(?:st|nd|rd|th|pm|am|gb|hz|ft|mm|cm|kg|ml|km|x)\b)[ABD-HJLNP-UW-Z]{2}(?![\p{L}\d])/giu;
/** Ways of reaching a person: nobody on the internet should find a curator at home. */
export const contactDetails: CheckOfWords = {
  card: {
    name: 'contact details',
    looksFor:
      'E-mail addresses, phone numbers, whole postcodes, addresses, names in other networks and pages of one’s own, also spelt out, spaced out, with the letter O for a nought or written with look-alike letters; keys and door codes.',
    misses:
      'Most addresses that leave out the number or the road, e-mail addresses with a gap behind every letter, most foreign phone numbers without their +, names in another network that are ordinary words, and whatever is given in a picture. Britain’s free numbers and those of charities and public bodies (080, 030) are left alone.',
  },
  ofWords: ({ plain }, { country }) => {
    const emails = joinSpans(findEmailAddresses(plain.text));
    const elsewhere = (span: Span) => !emails.some((email) => span.from < email.to && email.from < span.to);
    const phones = joinSpans(findPhoneNumbers(plain.text, country)).filter(elsewhere);
    const places = country === 'GB' ? spansOf(plain.text, postcode) : [];
    const homes = joinSpans(findAddresses(plain.text));
    const names = joinSpans([...findNamesElsewhere(plain.text), ...findOwnPages(plain.text)]);

    const found = (what: string, { from, to }: Span): Observation => ({
      severity: 'high',
      span: plain.spanOf(from, to),
      explanation: `This looks like ${what}. Everyone on the internet would see it.`,
      suggestion: 'Take it out, or ask people to reply here instead.',
    });
    return [
      ...emails.map((span) => found('an e-mail address', span)),
      ...phones.map((span) => found('a phone number', span)),
      ...places.filter(elsewhere).map((span) => found('a postcode', span)),
      ...homes.filter(elsewhere).map((span) => found('an address', span)),
      ...names.filter(elsewhere).map((span) => found('how to reach you somewhere else', span)),
    ];
  },
};
