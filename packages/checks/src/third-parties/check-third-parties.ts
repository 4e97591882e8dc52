import type { CheckOfWords, Observation } from '../check.js';
import { spansOf } from '../reading/near.js';
import { joinSpans } from '../reading/span.js';

const relation =
  '(?:neurologist|neuro|consultant|doctor|gp|nurse|ms nurse|MS nurse|physio|physiotherapist|ot|therapist|counsellor|surgeon|dentist|carer|pa|social worker|assessor|neighbour|boss|manager|colleague|landlord|landlady|teacher|vicar|ex|ex-husband|ex-wife|friend|best friend|mate|flatmate|cousin|brother|sister|uncle|aunt|boyfriend|girlfriend|husband|wife|partner|son|daughter|mum|dad)';
const title = '(?:Dr|Doctor|Mr|Mrs|Ms|Miss|Prof|Professor|Nurse|Sister|Sr)\\.?';
const name = "\\p{Lu}[\\p{Ll}'’]{1,20}(?:-\\p{Lu}[\\p{Ll}]{1,20})?";
const surname = `(?:(?:van|von|de|der|den|O['’]|Mc|Mac)\\s?)*${name}`;
const place = `(?:\\s+(?:at|from|in|of)\\s+(?:the\\s+)?(?:${name}|St\\.?\\s)(?:[\\s']{1,2}(?:${name}|of|the|and)){0,4})?`;
const ill =
  '(?:has|had|have|got|suffers from|lives with|was diagnosed with|been diagnosed with|is dying of|died of|is being treated for|takes|is on|was sectioned|is pregnant|is having|lost her job|lost his job|cheated|is an? (?:alcoholic|addict)|drinks too much|is gay|is trans|is hiv positive|tested positive)';
const illness =
  '(?:ms|MS|multiple sclerosis|cancer|hiv|HIV|depression|anxiety|dementia|epilepsy|bipolar|schizophrenia|diabetes|lupus|[Pp]arkinson|a baby|an affair|an eating disorder|anorexia|[Cc]rohn|endometriosis|ptsd|PTSD|autism|adhd|ADHD|a stoma|a catheter|chemo|antidepressants|methadone|herpes|hepatitis|an abortion|a miscarriage)';

const shapes: readonly RegExp[] = [
  // My neurologist Dr Anna Bell; my neighbour, John Smith.
  new RegExp(
    `\\b[Mm]y\\s+${relation}(?:,|\\s+is(?:\\s+called)?|\\s+called|\\s+named|'s name is|:)?\\s+(?:${title}\\s+)?${name}\\s+${surname}${place}`,
    'gu',
  ),
  new RegExp(
    `\\b[Mm]y\\s+${relation}(?:,|\\s+is(?:\\s+called)?|\\s+called|\\s+named|:)?\\s+${title}\\s+${surname}${place}`,
    'gu',
  ),
  // Dr Bell at St Mary's.
  new RegExp(
    `\\b${title}\\s+(?:${name}\\s+)?${surname}\\s+(?:at|from|in)\\s+(?:the\\s+)?(?:${name}|St\\.?)[\\s'’\\p{L}]{0,40}?(?:Hospital|Infirmary|Clinic|Surgery|Practice|Ward|Medical Centre|Health Centre|General|Royal)`,
    'gu',
  ),
  // Anna Bell has MS.
  new RegExp(
    `\\b${name}\\s+${surname}\\s+(?:also\\s+|really\\s+|just\\s+)?${ill}(?:\\s+\\p{L}+){0,2}?\\s+(?:${illness})(?![\\p{L}])`,
    'gu',
  ),
  new RegExp(
    `(?<![\\p{L}\\d])@\\w{3,15}\\s+(?:also\\s+|really\\s+|just\\s+|told me (?:she|he|they) )?${ill}(?:\\s+\\p{L}+){0,2}?\\s+(?:${illness})(?![\\p{L}])`,
    'gu',
  ),
  new RegExp(`\\b[Mm]y\\s+${relation}\\s+@\\w{3,15}`, 'gu'),
  // Where somebody else lives.
  new RegExp(
    `\\b(?:[Mm]y\\s+${relation}|[Ss]he|[Hh]e|[Tt]hey)\\s+(?:lives?|works?|stays?)\\s+(?:at|on)\\s+(?:\\d{1,4}[a-z]?\\s+)?${name}(?:\\s+${name}){0,2}\\s+(?:Street|St|Road|Rd|Avenue|Ave|Lane|Close|Drive|Crescent|Terrace|Way|Court|Gardens|Place|Square)\\b`,
    'gu',
  ),
];
const knownToAll =
  /\b(?:Dr|Doctor)\.?\s+(?:Who|Martens|Pepper|Foster|Dolittle|Strange|Seuss|House|No|Oetker)\b|\bMr\.?\s+(?:Bean|Men|Darcy|Potato|Tumble|Blobby|Motivator)\b|\b(?:Mrs|Ms|Miss)\.?\s+(?:Doubtfire|Marple|Brown|Piggy|Hughes|World|Marvel|Universe|Dalloway|Tiggywinkle|Society|Trust|Awareness)\b/gu;

/** Who somebody else is. They did not agree to be read about. */
export const thirdParties: CheckOfWords = {
  card: {
    name: 'somebody else’s name',
    looksFor:
      'The full name of a person somebody knows, of their nurse or doctor with where they work, what illness a named or tagged person has, and where somebody else lives.',
    misses:
      'First names alone, descriptions everybody in town understands, and people on pictures. It also stops at people everybody knows.',
  },
  ofWords: ({ plain }) => {
    const known = spansOf(plain.text, knownToAll);
    return joinSpans(shapes.flatMap((shape) => spansOf(plain.text, shape)))
      .filter((span) => !known.some((other) => span.from < other.to && other.from < span.to))
      .map(
        ({ from, to }): Observation => ({
          ...{ severity: 'medium', span: plain.spanOf(from, to) },
          explanation: 'This tells who somebody else is. They may not want to be found here.',
          suggestion: 'Say “my nurse” or “a friend”, or ask them first.',
        }),
      );
  },
};
