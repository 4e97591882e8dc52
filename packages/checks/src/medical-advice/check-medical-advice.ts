import type { CheckOfWords, Observation } from '../check.js';
import { compilePhrases, findPhrases, without } from '../reading/phrases.js';
import { joinSpans } from '../reading/span.js';
import { namesOfMedicines, somethingTaken } from './medicines.js';
import { advice, cures, notAdvice } from './words-of-advice.js';

const telling = compilePhrases(advice);
const promising = compilePhrases(cures);
const else_ = compilePhrases(notAdvice);
const medicines = compilePhrases([...namesOfMedicines, ...somethingTaken]);

/** Telling others what to take. To tell what one takes oneself, and to ask, is what a takeover is for. */
export const medicalAdvice: CheckOfWords = {
  card: {
    name: 'medical advice',
    looksFor:
      'Telling others to start, stop or change a treatment or a dose, to do without a doctor, or that something cures. Telling of one’s own treatment and asking others is left alone.',
    misses: 'Advice dressed as a story, brands that are new, and claims about things nobody takes.',
  },
  ofWords: ({ plain }) => {
    const otherwise = findPhrases(plain.text, else_);
    const found = joinSpans([
      ...without(findPhrases(plain.text, telling), otherwise),
      ...without(findPhrases(plain.text, promising), otherwise),
    ]);
    if (found.length === 0) return [];
    const severity = findPhrases(plain.text, medicines).length > 0 ? 'high' : 'medium';
    return found.map(
      ({ from, to }): Observation => ({
        ...{ severity, span: plain.spanOf(from, to) },
        explanation:
          'This could be read as medical advice. Somebody may do it, and what is right for you can harm them.',
        suggestion:
          'Say what you do yourself, or what you want to ask, and that people should talk to their nurse or doctor first.',
      }),
    );
  },
};
