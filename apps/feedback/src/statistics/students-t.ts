/**
 * Student’s t distribution (“The probable error of a mean”, 1908), for degrees of freedom that are whole numbers, which makes
 * its integral a finite sum (Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.3 and 26.7.4).
 */

/** The probability of a value between –t and t. */
export function withinT(t: number, degrees: number): number {
  const angle = Math.atan(t / Math.sqrt(degrees));
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  if (degrees === 1) return (2 / Math.PI) * angle;
  const isOdd = degrees % 2 === 1;
  let term = isOdd ? cos : 1;
  let sum = term;
  for (let power = isOdd ? 3 : 2; power <= degrees - 2; power += 2) {
    term *= ((power - 1) / power) * cos ** 2;
    sum += term;
  }
  return isOdd ? (2 / Math.PI) * (angle + sin * sum) : sin * sum;
}

/** The t between whose negative and itself lies that part of the distribution: 2.262 for 0.95 and nine degrees. */
export function tOf(within: number, degrees: number): number {
  let [low, high] = [0, 1];
  while (withinT(high, degrees) < within) high *= 2;
  for (let halving = 0; halving < 60; halving += 1) {
    const middle = (low + high) / 2;
    if (withinT(middle, degrees) < within) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
