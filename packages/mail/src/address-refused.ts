/** The mail server knows that nobody is at an address and never will be (RFC 5321, 4.2.1: 5yz). Trying again is of no use. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
}

/**
 * Whether an enhanced status code says that nobody is at the address (RFC 3463, 3.2): no such mailbox, no such system, moved and
 * gone, no mail taken there at all (RFC 7505). Not: a sender's address, a full mailbox, a route, a policy, or nothing said.
 */
export const isNobodyThere = (enhanced: string): boolean => /^5\.1\.(?:[0-46]|10)$/.test(enhanced);

/** Without an enhanced code: no mailbox, not here, no such name. What else begins with 55 is about room or the mail. */
const bareCodes = [550, 551, 553];

/** As nodemailer tells of a refusal. A refusal of our own address, or of the mail, says nothing about whom it was for. */
export function isAddressRefused(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { responseCode, response, command } = error as Error & Partial<Record<keyof Refusal, unknown>>;
  if (command !== 'RCPT TO' || typeof responseCode !== 'number') return false;
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(String(response ?? ''))?.[1];
  return enhanced ? isNobodyThere(enhanced) : bareCodes.includes(responseCode);
}

interface Refusal {
  readonly responseCode: number;
  /** The whole line, its code first. */
  readonly response: string;
  readonly command: string;
}
