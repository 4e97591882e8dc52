import { type CharityId, PulseCode, type TakeoverId } from '@baton/contracts';
import { describe, expect, it } from '@jest/globals';
import { newId } from './new-id.js';
import { pulseCodeOf } from './pulse-code.js';

describe('the code of a pulse', () => {
  it('is the same for the same takeover, another for another, and one that the contract accepts', () => {
    const charityId = newId<CharityId>();
    const takeoverIds = Array.from({ length: 500 }, () => newId<TakeoverId>());
    const codes = takeoverIds.map((takeoverId) => pulseCodeOf(charityId, takeoverId));
    expect(new Set(codes).size).toBe(500);
    expect(codes.filter((code) => !PulseCode.safeParse(code).success)).toEqual([]);
    expect(takeoverIds.map((takeoverId) => pulseCodeOf(charityId, takeoverId))).toEqual(codes);
  });

  it('is another one for the same takeover in another charity', () => {
    const takeoverId = newId<TakeoverId>();
    expect(pulseCodeOf(newId<CharityId>(), takeoverId)).not.toBe(pulseCodeOf(newId<CharityId>(), takeoverId));
  });
});
