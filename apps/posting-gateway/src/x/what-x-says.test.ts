import { describe, expect, it } from '@jest/globals';
import { whatXSays } from './what-x-says.js';

describe('reading what X says about a refusal', () => {
  it('finds the words wherever X puts them', () => {
    expect(whatXSays({ title: 'Forbidden', detail: 'Duplicate content.' })).toBe(
      'forbidden\nduplicate content.',
    );
    expect(whatXSays({ errors: [{ message: 'Your media IDs are invalid.' }] })).toBe(
      'your media ids are invalid.',
    );
    expect(whatXSays({ error: 'invalid_request', error_description: 'The token was invalid.' })).toBe(
      'invalid_request\nthe token was invalid.',
    );
  });

  it('reads the names of parameters and never their values, which are what a person typed', () => {
    const body = { errors: [{ message: 'Bad.', parameters: { text: ['my duplicate content'] } }] };
    expect(whatXSays(body)).toBe('bad.\ntext');
  });

  it.each([
    undefined,
    null,
    '',
    '<html>Bad gateway</html>',
    42,
    [],
    { errors: 'odd' },
    { detail: { odd: 1 } },
  ])('finds nothing in %j', (body) => {
    expect(whatXSays(body)).toBe('');
  });
});
