import { describe, expect, it } from '@jest/globals';
import { contrast, onDark, onLight } from './readable-colour.js';

describe('a colour that reads', () => {
  it('is measured as WCAG measures it', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 2);
    expect(contrast('#ffffff', '#ffffff')).toBe(1);
  });

  it('stays as it is where it reads already', () => {
    expect(onLight('#4b1f86')).toBe('#4b1f86');
    expect(onDark('#d9c2ff')).toBe('#d9c2ff');
  });

  it.each(['#ffd700', '#ff6600', '#00aeef', '#ffffff', '#777777', '#000000', '#e6007e'])(
    '%s has a form for light and one for dark pages, each at 7:1 and of the same hue',
    (colour) => {
      expect(contrast(onLight(colour), '#fffdf9')).toBeGreaterThanOrEqual(7);
      expect(contrast(onDark(colour), '#15121c')).toBeGreaterThanOrEqual(7);
    },
  );
});
