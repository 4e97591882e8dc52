import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { wireTypeOf } from './define/define-event.js';
import { Envelope } from './define/envelope.js';
import { allEvents, events } from './event-catalog.js';

/** `golden/<type>.v<version>.json`: envelopes as they were once published. They are added to, never edited. */
const folder = fileURLToPath(new URL('../golden/', import.meta.url));

describe('golden samples', () => {
  it.each(Object.entries(events))('still parse: %s', (key, event) => {
    const samples = JSON.parse(readFileSync(`${folder}${key}.json`, 'utf8')) as unknown[];
    expect(samples.length).toBeGreaterThan(0);
    for (const sample of samples) {
      const envelope = Envelope.parse(sample);
      expect(envelope.type).toBe(wireTypeOf(event));
      expect(event.data.parse(envelope.data)).toEqual(envelope.data);
    }
  });

  it('exist for every version ever declared: a version that is published is never removed', () => {
    const golden = readdirSync(folder).map((name) => name.replace(/\.json$/, ''));
    expect(golden.toSorted()).toEqual(Object.keys(events).toSorted());
    expect(allEvents).toHaveLength(golden.length);
  });
});
