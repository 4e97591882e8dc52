import type { Finding } from '@baton/contracts';
import { describe, expect, it } from '@jest/globals';
import { decideAfterLook } from './decide-after-look.js';

const finding = (check: Finding['check'], picture: number): Finding => ({
  ...{ check, picture, verdict: 'hold', severity: 'high', span: null },
  ...{ explanation: 'What was found.', suggestion: 'What to do.' },
});

describe('a post whose picture the team describes', () => {
  const [tellsWho, waits] = [finding('ownIdentity', 2), finding('altText', 1)];
  const post = { state: 'held', approved: false, awaitsDescription: false } as const;

  it('still says that another picture’s description may tell who its author is: nobody compared that again', () => {
    const after = decideAfterLook(
      { ...post, findings: [tellsWho, waits] },
      { by: 'team', places: [1], findings: [] },
    );
    expect(after).toMatchObject({ fate: 'stay', findings: [tellsWho] });
  });

  it('says so no more of a description the team has replaced, or its author has changed', () => {
    for (const changed of [
      { by: 'team', places: [2], findings: [] },
      { by: 'author', places: [1], findings: [] },
    ] as const) {
      expect(decideAfterLook({ ...post, findings: [tellsWho] }, changed).findings).toEqual([]);
    }
  });
});
