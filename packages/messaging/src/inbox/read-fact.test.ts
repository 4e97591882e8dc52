import { CharityId, defineEvent } from '@baton/contracts';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { Consumption } from './consume.js';
import { byWireType, readFact } from './read-fact.js';

const lampLit = defineEvent({
  type: 'lamp.lit',
  version: 1,
  owner: 'scheduling',
  summary: 'A lamp was lit.',
  audience: 'internal',
  consumers: ['feedback'],
  data: z.object({ colour: z.string() }),
  samples: [{ colour: 'red' }],
});
const consumption: Consumption = {
  service: 'feedback',
  event: lampLit,
  catalogTypes: new Set(['baton.lamp.lit.v1', 'baton.lamp.lit.v2']),
};
const consumed = byWireType([consumption]);
const charity = CharityId.parse('6f1b0f9e-9f3c-4a53-8f6a-9a1c7c1f0001');
const envelope = {
  specversion: '1.0',
  id: '6f1b0f9e-9f3c-4a53-8f6a-9a1c7c1f0002',
  source: 'baton/scheduling',
  type: 'baton.lamp.lit.v1',
  subject: 'lamp-1',
  time: '2026-11-27T17:30:00.000Z',
  datacontenttype: 'application/json',
  charityid: charity,
  revision: 1,
  data: { colour: 'red' },
};
const message = (subject: string, body: unknown) => ({ subject, data: Buffer.from(JSON.stringify(body)) });
const lit = `facts.scheduling.${charity}.lamp.lit.v1`;

describe('reading a message from a stream', () => {
  it('parses a fact by its declaration, and drops what the declaration does not name', () => {
    const heard = readFact(consumed, message(lit, { ...envelope, data: { colour: 'red', secret: 'x' } }));
    expect(heard).toMatchObject({ kind: 'fact', fact: { subject: 'lamp-1' } });
    expect(JSON.stringify(heard)).not.toContain('secret');
  });

  it('ignores what the service does not consume, without reading it', () => {
    const subject = `facts.scheduling.${charity}.door.shut.v1`;
    expect(readFact(consumed, { subject, data: Buffer.from('{') })).toEqual({ kind: 'ignored' });
  });

  it('ignores another version that the contracts know and the service does not consume', () => {
    expect(readFact(consumed, message(`facts.scheduling.${charity}.lamp.lit.v2`, envelope)).kind).toBe(
      'ignored',
    );
  });

  it.each([
    ['unreadable', lit, 'not an envelope'],
    ['unreadable', lit, { ...envelope, data: { colour: 7 } }],
    ['unknownVersion', `facts.scheduling.${charity}.lamp.lit.v3`, { ...envelope, type: 'baton.lamp.lit.v3' }],
    ['misaddressed', 'facts.scheduling.6f1b0f9e-9f3c-4a53-8f6a-9a1c7c1f0009.lamp.lit.v1', envelope],
    ['misaddressed', lit, { ...envelope, type: 'baton.lamp.broken.v1' }],
  ])('finds a fact unusable: %s', (reason, subject, body) => {
    expect(readFact(consumed, message(subject, body))).toEqual({ kind: 'unusable', reason });
  });

  it('finds what is not even JSON unusable', () => {
    expect(readFact(consumed, { subject: lit, data: Buffer.from('{') })).toMatchObject({ kind: 'unusable' });
  });
});
