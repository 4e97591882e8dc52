/** The mail server knows that nobody is at an address and never will be (RFC 5321, 4.2.1: 5yz). Trying again is of no use. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
}

/** As nodemailer tells of a refusal. A refusal of our own address, or of the mail, says nothing about whom it was for. */
export function isAddressRefused(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { responseCode, command } = error as Error & { responseCode?: unknown; command?: unknown };
  return (
    command === 'RCPT TO' && typeof responseCode === 'number' && responseCode >= 550 && responseCode < 560
  );
}
