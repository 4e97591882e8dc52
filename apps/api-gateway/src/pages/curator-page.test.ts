import type { PreparationItem, PreparationStep } from '@baton/contracts';
import { describe, expect, it } from '@jest/globals';
import type { Preparation } from './curator-list.js';
import { curatorPage } from './curator-page.js';

const doneAt = '2026-11-27T10:00:00.000Z';
const step = (item: PreparationItem, how: Partial<PreparationStep> = {}): PreparationStep => ({
  item,
  requirement: 'required',
  doneAt: null,
  words: `What to do about ${item}.`,
  ...how,
});
const preparing: Preparation = {
  state: 'preparing',
  readySince: null,
  steps: [step('advice', { doneAt }), step('agreement'), step('buddy', { requirement: 'offered' })],
  next: 'Read the agreement, and say yes to it.',
};
const drawn = (
  preparation: Preparation | undefined,
  takeovers: Parameters<typeof curatorPage>[0]['takeovers'] = [],
) => curatorPage({ zone: 'Europe/London', preparation, takeovers });
const buttons = (text: string) => text.match(/class="button" href="[^"]+"/g);

describe('a curator’s page', () => {
  it('has one button while they prepare: to what is needed next', () => {
    expect(buttons(drawn(preparing))).toEqual(['class="button" href="/curator/agreement"']);
    expect(drawn(preparing)).toContain('Read the agreement, and say yes to it.');
    expect(drawn(preparing)).toContain('1 of 2 needed steps done');
  });

  it('says of each step in words whether it is done, needed or a kind offer', () => {
    const states = [...drawn(preparing).matchAll(/<strong>([^<:]+)[^<]*<\/strong><\/p>/g)].map(
      ([, said]) => said,
    );
    expect(states).toEqual(['✓ Done', 'To do', 'Open, only if you like']);
  });

  it('leads to the consent where all is done and yet nobody is ready', () => {
    const steps = preparing.steps.map((each) => ({ ...each, doneAt }));
    expect(buttons(drawn({ ...preparing, steps }))).toEqual(['class="button" href="/curator/consent"']);
  });

  it('tells whoever is ready so, and asks nothing more of them', () => {
    const next = 'You are ready. Choose a weekend, or rest until you feel like it.';
    const text = drawn({ ...preparing, state: 'ready', readySince: doneAt, next });
    expect(text).toContain(next);
    expect(buttons(text)).toBeNull();
    expect(text).not.toContain('To do');
  });

  it('shows the takeovers also while recruitment does not answer', () => {
    const text = drawn(undefined);
    expect(text).toContain('Your list cannot be shown just now');
    expect(text).toContain('Your takeovers');
  });
});
