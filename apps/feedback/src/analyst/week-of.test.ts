import { describe, expect, it } from '@jest/globals';
import { weekOf } from './week-of.js';

describe('the week an analyst is told', () => {
  it.each([
    ['2026-11-30T00:00:00.000Z', 'Europe/London', '2026-11-30'],
    ['2026-11-29T23:59:59.999Z', 'Europe/London', '2026-11-23'],
    ['2026-11-29T23:59:59.999Z', 'Pacific/Auckland', '2026-11-30'],
    ['2026-11-30T05:00:00.000Z', 'America/Los_Angeles', '2026-11-23'],
    ['2027-01-01T12:00:00.000Z', 'Europe/London', '2026-12-28'],
  ])('begins for %s in %s on %s', (at, zone, monday) => {
    expect(weekOf(new Date(at), zone)).toBe(monday);
  });
});
