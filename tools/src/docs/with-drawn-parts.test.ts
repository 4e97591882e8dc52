import { describe, expect, it } from '@jest/globals';
import { withDrawnParts } from './with-drawn-parts.js';

describe('a page with parts drawn from the code', () => {
  const page = 'Before\n<!-- drawn: table -->\nold\n<!-- end -->\nAfter\n';

  it('keeps what people wrote around them, and drawn again is the same', () => {
    const drawn = withDrawnParts(page, { table: 'new' });
    expect(drawn).toBe('Before\n<!-- drawn: table -->\nnew\n<!-- end -->\nAfter\n');
    expect(withDrawnParts(drawn, { table: 'new' })).toBe(drawn);
  });

  it('is refused with a part that has no place, or a place that has no part', () => {
    expect(() => withDrawnParts(page, { table: 'new', other: 'x' })).toThrow('no place for other');
    expect(() => withDrawnParts(page, {})).toThrow('nothing is drawn for the place table');
  });
});
