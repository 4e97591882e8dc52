import { spansOf } from '../reading/near.js';
import type { Span } from '../reading/span.js';

const houseNumber =
  "(?:number |no\\.? |flat )?\\d{1,4}[a-z]?(?!\\s*(?:%|percent|per|o['’]clock|am|pm|degrees|miles|km|minutes|hours|steps|spoons|mph|years)(?![a-z])),?";
const words = (most: number): string => `\\s+[\\p{L}'’]{2,20}(?:\\s+[\\p{L}'’]{2,20}){0,${most - 1}}`;
const roads =
  'Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Close|Drive|Crescent|Terrace|Way|Court|Gardens|Grove|Place|Square|Hill|Row|Mews|Straße|Strasse|Straat|Laan|Weg';

const living = `\\b(?:i|we)(?:['’]m|['’]re| am| are)?\\s+(?:live|living|stay|staying|based|at home)`;

const shapes = [
  new RegExp(`${living}\\s+at\\s+${houseNumber}${words(3)}`, 'giu'),
  // One also lives in three worlds, and on two coffees a day.
  new RegExp(`${living}\\s+(?:in|on)\\s+(?=number|no\\b|flat)${houseNumber}${words(3)}`, 'giu'),
  new RegExp(`${living}\\s+(?:in|on)\\s+${houseNumber}${words(3)}(?<=\\s(?:${roads}))(?![\\p{L}])`, 'giu'),
  new RegExp(
    `\\b(?:my address is|my address:|come round to|send (?:it|them|cards|post|letters) to|post (?:it|them) to|find me at|my house is|i['’]m at|visit me at)\\s+${houseNumber}${words(4)}`,
    'giu',
  ),
  new RegExp(
    `(?<![\\p{L}\\d£$€.])\\d{1,4}[a-z]?,?\\s+(?:\\p{Lu}[\\p{L}'’]{1,20}\\s+){1,3}(?:${roads})(?![\\p{L}])`,
    'gu',
  ),
];

/** Finds where somebody lives or can be found: a house number with a road, or with the words that say so. */
export const findAddresses = (text: string): Span[] => shapes.flatMap((shape) => spansOf(text, shape));
