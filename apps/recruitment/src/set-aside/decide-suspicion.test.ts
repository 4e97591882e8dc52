import { describe, expect, it } from '@jest/globals';
import { decideSuspicion, plainText, type Seen } from './decide-suspicion.js';

const now = new Date('2027-03-01T12:00:00.000Z');
const ago = (ms: number) => new Date(now.getTime() - ms);
const aPerson: Seen = {
  trap: '',
  opened: ago(60_000),
  isFromSavedForm: false,
  now,
  names: ['Robin', 'Ada Lovelace'],
  texts: ['I write at https://robin.example and https://x.example/robin.'],
  copies: 0,
};

describe('suspecting that no person sent a form', () => {
  it.each<[string, Partial<Seen>]>([
    ['somebody who took a minute', {}],
    ['somebody whose program tells no time', { opened: undefined }],
    ['somebody who took just three seconds', { opened: ago(3_000) }],
    [
      'somebody who comes back to a saved form and sends it at once',
      { opened: ago(500), isFromSavedForm: true },
    ],
    ['the third of some friends with the same words', { copies: 2 }],
    ['a browser that filled the trap with blanks', { trap: '  ' }],
  ])('never means %s', (_, seen) => {
    expect(decideSuspicion({ ...aPerson, ...seen })).toEqual([]);
  });

  it.each<[string, Partial<Seen>]>([
    ['trap', { trap: 'https://pills.example' }],
    ['tooQuick', { opened: ago(2_999) }],
    ['forgedStamp', { opened: 'forged' }],
    ['links', { texts: ['http://a.example http://b.example', 'www.c.example [url=d'] }],
    ['links', { names: ['Robin https://pills.example'] }],
    ['repeated', { copies: 3 }],
  ])('says %s', (reason, seen) => {
    expect(decideSuspicion({ ...aPerson, ...seen })).toEqual([reason]);
  });

  it('compares texts by their letters alone, in any script', () => {
    expect(plainText('  Cheap  PILLS!!! ')).toBe(plainText('cheap pills'));
    expect(plainText('محمد، عبد')).toBe('محمد عبد');
  });
});
