/** No operation nests its input deeper than a handful of levels. */
const deepest = 32;

/**
 * Whether something parsed from JSON is nested too deeply to be handed on: the parser bears any depth, what writes it down
 * again does not. Goes level by level, so that it bears any depth itself.
 */
export function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return true;
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
  }
  return false;
}
