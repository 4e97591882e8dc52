import { describe, expect, it } from '@jest/globals';
import { nameBasedId } from './name-based-id.js';

describe('a name-based id', () => {
  it('is the one RFC 9562 gives as an example', () => {
    const dns = '6ba7b8109dad11d180b400c04fd430c8';
    expect(nameBasedId(dns, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
  });
});
