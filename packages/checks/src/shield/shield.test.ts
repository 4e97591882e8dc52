import { describe, expect, it } from '@jest/globals';
import {
  measure,
  needlessShare,
  percent,
  precision,
  recall,
  report,
  samplesOf,
} from '../measuring/measure.js';
import { retold } from '../measuring/retold.js';
import { shieldMentions } from './shield-mentions.js';
import { whatWordsDo } from './what-words-do.js';

const quiet = { inLastHour: 0, mostAnHour: 200 };
const from = 'follower';

describe('the shield', () => {
  const samples = samplesOf('shield');
  it.each([
    ['as it was written', samples],
    ['told in another way each', retold(samples)],
  ])('sets aside what would hurt, and leaves what only sounds like it, %s', (_, set) => {
    const measured = measure(({ text }) => whatWordsDo(text).length > 0, set);
    process.stdout.write(`${report('shield', measured)}\n`);
    expect(recall(measured)).toBeGreaterThanOrEqual(0.9);
    expect(needlessShare(measured)).toBeLessThanOrEqual(0.05);
  });

  it.each(['threat', 'slur', 'sexual', 'abuse', 'link'] as const)('names the rule: %s', (kind) => {
    const set = samples.map((sample) => ({
      ...sample,
      label: sample.kind === kind ? ('find' as const) : ('leave' as const),
    }));
    const measured = measure(({ text }) => whatWordsDo(text).includes(kind), set);
    process.stdout.write(
      `shield, ${kind}: recall ${percent(recall(measured))}, precision ${percent(precision(measured))}\n`,
    );
    expect(recall(measured)).toBeGreaterThanOrEqual(0.85);
  });

  it('says how distressing a message may be', () => {
    const texts = ['kill yourself', 'shut up', 'free crypto at bit.ly/abc', 'Good morning'];
    expect(
      shieldMentions(
        texts.map((text, n) => ({ from: `f${n}`, text })),
        quiet,
      ),
    ).toEqual([
      { kinds: ['threat'], severity: 'high' },
      { kinds: ['abuse'], severity: 'medium' },
      { kinds: ['link'], severity: 'low' },
      undefined,
    ]);
  });

  it('sets a flood of one account aside, and leaves everybody else', () => {
    const many = Array.from({ length: 6 }, (_, n) => ({
      from: n % 2 ? 'Loud' : 'loud',
      text: `Answer ${n}`,
    }));
    const [first, ...rest] = shieldMentions([...many, { from, text: 'Hello' }], quiet);
    expect(first).toEqual({ kinds: ['flood'], severity: 'low' });
    expect(rest.at(-1)).toBeUndefined();
  });

  it('sets the same text from three accounts aside, however it is decorated, and not three thanks', () => {
    const text = 'Ask this charity where the money goes';
    const copies = [`@one ${text}`, `${text}!!!`, text.toUpperCase()].map((copy, n) => ({
      from: `f${n}`,
      text: copy,
    }));
    expect(shieldMentions(copies, quiet).map((aside) => aside?.kinds)).toEqual(copies.map(() => ['copies']));
    const thanks = ['a', 'b', 'c'].map((who) => ({ from: who, text: 'Thank you!' }));
    expect(shieldMentions(thanks, quiet)).toEqual([undefined, undefined, undefined]);
  });

  it('sets everything aside once there is more in an hour than one person can read', () => {
    const three = ['a', 'b', 'c'].map((who) => ({ from: who, text: `Hello from ${who}` }));
    expect(shieldMentions(three, { inLastHour: 198, mostAnHour: 200 })).toEqual([
      undefined,
      undefined,
      { kinds: ['storm'], severity: 'low' },
    ]);
  });

  it('ends on 100 kB of the worst of it', () => {
    for (const worst of ['you are ', 'kill ', 'a b ', '@x ', 'https://x.com/ ']) {
      expect(() => whatWordsDo(worst.repeat(100_000 / worst.length))).not.toThrow();
    }
  });
});
