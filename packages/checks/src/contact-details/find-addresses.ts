import { spansOf } from '../reading/near.js';
import type { Span } from '../reading/span.js';

const houseNumber =
  "(?:number |no\\.? |flat )?\\d{1,4}[a-z]?(?!\\s*(?:%|percent|per|o['’]clock|am|pm|degrees|miles|km|minutes|hours|steps|spoons|mph|years)(?![a-z])),?";
const words = (most: number): string => `\\s+[\\p{L}'’]{2,20}(?:\\s+[\\p{L}'’]{2,20}){0,${most - 1}}`;
const roads =
  'Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Close|Drive|Crescent|Terrace|Way|Court|Gardens|Grove|Place|Square|Hill|Row|Mews|Parade|Pde|Quay|Wharf|Rise|Croft|Brae|Villas|Cottages|Boulevard|Straße|Strasse|Straat|Laan|Weg';
const homes = `${roads}|House|Lodge|Tower|Towers|Heights|Point|Buildings|Mansions|Apartments`;
const named = "(?:\\p{Lu}[\\p{L}'’]{1,20}\\s+){1,3}";
const spelled =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)';
const myHome = '(?:my|our)\\s+(?:house|home|flat|gaff|place|bungalow|caravan|front door|garden gate)';

/** Where everybody may go in. */
const notPublic =
  '(?!\\s+(?:[Ll]ibrary|[Cc]hurch|[Hh]all|[Ss]chool|[Ss]urgery|[Cc]linic|[Hh]ospital|[Hh]ealth|[Mm]edical|[Ss]tation|[Mm]arket|[Tt]heatre|[Cc]inema|[Mm]useum|[Cc]af[eé]|[Pp]ub|[Cc]entre)(?![\\p{L}]))';

const living = `\\b(?:i|we)(?:['’]m|['’]re| am| are)?\\s+(?:live|living|stay|staying|based|at home)`;

const shapes = [
  new RegExp(`${living}\\s+at\\s+${houseNumber}${words(3)}`, 'giu'),
  // One also lives in three worlds, and on two coffees a day.
  new RegExp(`${living}\\s+(?:in|on)\\s+(?=number|no\\b|flat)${houseNumber}${words(3)}`, 'giu'),
  new RegExp(`${living}\\s+(?:in|on)\\s+${houseNumber}${words(3)}(?<=\\s(?:${roads}))(?![\\p{L}])`, 'giu'),
  new RegExp(
    `\\b(?:my address is|my address:|come round to|send (?:it|them|cards|post|letters)?\\s?to:?|post (?:it|them) to|find me at|my house is|i['’]m at|visit me at)\\s+${houseNumber}${words(4)}`,
    'giu',
  ),
  new RegExp(`(?<![\\p{L}\\d£$€.])\\d{1,4}[a-z]?,?\\s+${named}(?:${roads})(?![\\p{L}])${notPublic}`, 'gu'),
  // One hundred and six Cattle Terrace; 3 The Paddocks, Somerset.
  new RegExp(`\\b${spelled}(?:[\\s-]+(?:and\\s+)?${spelled}){0,3}\\s+${named}(?:${roads})(?![\\p{L}])`, 'gu'),
  /(?<![\p{L}\d£$€.])\d{1,3}[a-z]?\s+The\s+\p{Lu}\p{L}{3,20},\s?\p{Lu}/gu,
  // Flat 9, Riverside Quay; room 12 at Heather Lodge.
  new RegExp(
    `\\b(?:[Aa]pt|[Aa]partment|[Ff]lat|[Uu]nit|[Bb]lock|[Rr]oom|[Bb]ungalow)\\.?\\s+\\d{1,4}[a-zA-Z]?(?:/\\d{1,4})?,?\\s+(?:at\\s+|in\\s+|[Bb]lock\\s+\\w\\s+)?${named}(?:${homes})(?![\\p{L}])`,
    'gu',
  ),
  /\b(?:c\/o|care of)\s+\p{Lu}[\p{L}'’ ]{2,30},?\s+\d{1,4}/gu,
  // The last one on Mill Street, and other ways of saying which house without its number.
  new RegExp(
    `\\b${myHome}\\s(?:[\\p{L}'’]{1,12}\\s){1,6}(?:on|in|off|at)\\s+${named}(?:${roads})(?![\\p{L}])`,
    'gu',
  ),
  /\b[Ii]\s+live\s+(?:right\s+)?(?:opposite|next to|next door to|beside|above|behind|across from|over)\s+(?:the\s+)?(?:\p{Ll}{1,12}\s+){0,2}\p{Lu}\p{L}{2,20}/gu,
  new RegExp(
    `\\b[Ll]ive\\s(?:[\\p{L}'’]{1,12}\\s){1,7}(?:on|in|off)\\s+${named}(?:${roads})(?![\\p{L}])`,
    'gu',
  ),
  new RegExp(
    `\\b(?:[Ww]e|[Ii])(?:['’]?re|['’]?m|\\s+are|\\s+am)\\s+(?:at\\s+|in\\s+)?the\\s(?:[\\p{L}'’]{1,12}\\s){0,3}(?:house|bungalow|flat|cottage|one|door)\\s(?:[\\p{L}'’]{1,12}\\s){0,3}(?:on|in|off)\\s+${named}(?:${roads})(?![\\p{L}])`,
    'gu',
  ),
  // How to get in.
  /\bkeys?\b[^\n.]{0,40}\bcode\s*(?:is\s*)?\d{3,6}(?!\d)/giu,
  /\b(?:gate|door|entry|entrance|key ?safe|alarm)\s?code(?:'s|’s)?\s*(?:is|[:=])?\s*\S{0,3}\d/giu,
  /\b(?:spare\s+)?keys?(?:['’]s|\s+is|\s+are)?\s+(?:kept\s+|hidden\s+|left\s+)?under\s+the\s+\p{L}+/giu,
];

/** Finds where somebody lives or can be found, and how to get in: a house number with a road, or the words that say so. */
export const findAddresses = (text: string): Span[] => shapes.flatMap((shape) => spansOf(text, shape));
