import { describe, expect, it } from '@jest/globals';
import { isAddressRefused } from './address-refused.js';

const refusal = (response: string, command = 'RCPT TO') =>
  Object.assign(new Error(response), { responseCode: Number(response.slice(0, 3)), response, command });

describe('a mail server’s no', () => {
  it.each([
    '550 No such user',
    '550 5.1.1 No such user',
    '550-5.1.1 The account does not exist',
    '551 Not here',
    '553 No such name',
    '556 5.1.10 Takes no mail',
  ])('is that nobody is at the address: %s', (response) => {
    expect(isAddressRefused(refusal(response))).toBe(true);
  });

  it.each([
    '550 5.7.1 Blocked, see our policy',
    '550-5.7.26 Not authenticated',
    '550 5.1.8 Bad sender address',
    '550 5.4.1 Access denied',
    '552 5.2.2 Mailbox full',
    '552 Mailbox full',
    '554 No',
    '451 4.1.1 Not now',
  ])('is no word about the address: %s', (response) => {
    expect(isAddressRefused(refusal(response))).toBe(false);
  });

  it('to our own address or to the mail says nothing of whom it was for', () => {
    expect(isAddressRefused(refusal('550 5.1.1 No', 'MAIL FROM'))).toBe(false);
    expect(isAddressRefused(refusal('550 No', 'DATA'))).toBe(false);
  });
});
