const digitsOf = (text: string): number[] => Array.from(text.replaceAll(/\D/g, ''), Number);
const weighted = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0);

/** NHS number and Scottish CHI: ten digits, the last by modulus 11 (NHS Data Dictionary). */
export function isNhsNumber(text: string): boolean {
  const digits = digitsOf(text);
  if (digits.length !== 10) return false;
  const check = 11 - (weighted(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11);
  return (check === 11 ? 0 : check) === digits[9];
}

/** Dutch citizen service number: nine digits, "elfproef". */
export function isBsn(text: string): boolean {
  const digits = digitsOf(text);
  return (
    digits.length === 9 &&
    weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0 &&
    Number(text.replaceAll(/\D/g, '')) > 0
  );
}

/** German health insurance number: a letter and nine digits, the last by a Luhn over the letter’s place and the others. */
export function isKvnr(text: string): boolean {
  const [letter = '', ...rest] = text.toUpperCase().replaceAll(/[^A-Z\d]/g, '');
  const place = String(letter.charCodeAt(0) - 64).padStart(2, '0');
  const digits = [...place, ...rest].map(Number);
  const sum = digits.slice(0, -1).reduce((total, digit, index) => {
    const product = digit * (index % 2 === 0 ? 1 : 2);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return /[A-Z]/.test(letter) && rest.length === 9 && sum % 10 === digits.at(-1);
}

/** Payment cards (ISO/IEC 7812): Luhn. */
export function isCard(text: string): boolean {
  const digits = digitsOf(text);
  if (digits.length < 13 || digits.length > 19 || !/^(?:3[47]|4|5[1-5]|2[2-7]|6)/.test(digits.join('')))
    return false;
  const sum = digits.reverse().reduce((total, digit, index) => {
    const product = index % 2 === 0 ? digit : digit * 2;
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return sum % 10 === 0;
}

/** International bank account number (ISO 13616): modulus 97. */
export function isIban(text: string): boolean {
  const plain = text.toUpperCase().replaceAll(/[^A-Z\d]/g, '');
  if (!/^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/.test(plain)) return false;
  const turned = plain.slice(4) + plain.slice(0, 4);
  let rest = 0;
  for (const sign of turned) {
    for (const digit of String(parseInt(sign, 36))) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1;
}
