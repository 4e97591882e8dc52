export interface Chance {
  /** True with this probability, from 0 to 1. */
  chance(probability: number): boolean;
  /** A whole number from 0, smaller than the limit. */
  below(limit: number): number;
  /** Throws where there is nothing to pick from. */
  pick<T>(options: readonly T[]): T;
}

/** Randomness that can be played again: the same seed, the same run (mulberry32). */
export function seeded(seed: number): Chance {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    chance: (probability: number): boolean => next() < probability,
    below: (limit: number): number => Math.floor(next() * limit),
    pick: <T>(options: readonly T[]): T => {
      const picked = options[Math.floor(next() * options.length)];
      if (picked === undefined) throw new Error('nothing to pick from');
      return picked;
    },
  };
}
