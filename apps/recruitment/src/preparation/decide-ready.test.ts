import { PreparationItem, type Requirements, usualRequirements } from '@baton/contracts';
import { describe, expect, it } from '@jest/globals';
import { type Done, listed, stillRequired } from './decide-ready.js';

const at = new Date();
const done = (...items: PreparationItem[]): Done => Object.fromEntries(items.map((item) => [item, at]));

describe('whether somebody is ready', () => {
  it('asks for everything that is required, and for nothing else', () => {
    expect(stillRequired(usualRequirements, {})).toEqual(['advice', 'agreement', 'rehearsal']);
    expect(stillRequired(usualRequirements, done('advice', 'rehearsal', 'agreement'))).toEqual([]);
    expect(stillRequired(usualRequirements, done('firstPost', 'buddy'))).toHaveLength(3);
  });

  it('never lets anybody go without the agreement, whatever a charity leaves out', () => {
    const least: Requirements = {
      ...{ advice: 'off', rehearsal: 'off', firstPost: 'off', buddy: 'off' },
      agreement: 'required',
    };
    expect(stillRequired(least, {})).toEqual(['agreement']);
    expect(listed(least)).toEqual(['agreement']);
  });

  it('does not depend on the order in which things are done: every subset of what is done leaves the rest', () => {
    const items = PreparationItem.options;
    for (let subset = 0; subset < 2 ** items.length; subset += 1) {
      const finished = items.filter((_, index) => subset & (1 << index));
      const open = stillRequired(usualRequirements, done(...finished));
      expect(open).toEqual(stillRequired(usualRequirements, {}).filter((item) => !finished.includes(item)));
    }
  });
});
