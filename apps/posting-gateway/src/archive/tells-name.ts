import { folded } from './words-of.js';

const shortestTelling = 4;
/** Words of many names that tell nobody. */
const common = new Set([
  'with',
  'from',
  'that',
  'this',
  'your',
  'have',
  'life',
  'living',
  'person',
  'anonymous',
]);
const separators = /[^\p{L}\p{N}]+/u;

/**
 * Whether a text has a pen name in it, however it is written: “#NightOwl” and “night-owl” tell “Night Owl”, and so does each
 * longer word of it alone. Rather hides a post too many than one too few.
 */
export function tells(text: string, name: string): boolean {
  const said = folded(text);
  const words = folded(name).split(separators);
  const joined = words.join('');
  const telling = words.filter((word) => word.length >= shortestTelling && !common.has(word));
  const within = [folded(name), joined, ...telling].filter((part) => part !== '');
  return (
    within.some((part) => said.includes(part)) ||
    (joined.length >= shortestTelling && said.split(separators).join('').includes(joined))
  );
}
