/** The normal distribution’s 97.5 % point: of a two-sided 95 % interval. */
const z = 1.959963984540054;

/**
 * The 95 % score interval of a proportion, without continuity correction, as parts of one (E. B. Wilson, “Probable inference,
 * the law of succession, and statistical inference”, 1927). Holds what it promises with few answers and near nought and one,
 * where the plain interval does not (R. G. Newcombe, Statistics in Medicine 17, 1998, method 3).
 */
export function wilsonInterval(count: number, of: number): { readonly low: number; readonly high: number } {
  const share = count / of;
  const middle = share + z ** 2 / (2 * of);
  const reach = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  const whole = 1 + z ** 2 / of;
  // At the ends the terms cancel but for rounding.
  return {
    low: count === 0 ? 0 : (middle - reach) / whole,
    high: count === of ? 1 : (middle + reach) / whole,
  };
}
