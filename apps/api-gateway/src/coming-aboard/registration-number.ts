/**
 * Shapes of charity numbers where we know the register: England and Wales (six or seven digits), Scotland (SC and six),
 * Northern Ireland (NIC and six); Ireland (CHY or RCN). A number of another shape is a reason to look twice and no more.
 */
const shapes: Readonly<Record<string, RegExp>> = {
  'Europe/London': /^(\d{6,7}(-\d{1,2})?|SC0?\d{5,6}|NIC\d{6})$/i,
  'Europe/Dublin': /^(CHY\s?\d{3,6}|\d{8})$/i,
};

/** True only where the register of that country is known and writes its numbers in another way. */
export function looksOdd(registrationNumber: string, zone: string): boolean {
  const shape = shapes[zone];
  const number = registrationNumber.replace(/\s+/g, '');
  return shape !== undefined && number !== '' && !shape.test(number);
}
