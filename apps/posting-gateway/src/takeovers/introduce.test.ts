import type { TakeoverId } from '@baton/contracts';
import { describe, expect, it } from '@jest/globals';
import { charityPostId } from './charity-post-id.js';
import { introduce } from './introduce.js';

const template = 'This weekend {name} has the account. {name} lives with MS.';

describe('introducing a curator', () => {
  it.each(['named', 'firstName', 'penName'] as const)(
    'shows the pen name at the level %s',
    (identityLevel) => {
      expect(introduce(template, { identityLevel, penName: 'Robin' })).toBe(
        'This weekend Robin has the account. Robin lives with MS.',
      );
    },
  );

  it('P3 shows no name of someone who wishes to be anonymous', () => {
    expect(introduce(template, { identityLevel: 'anonymous', penName: 'Robin' })).toBe(
      'This weekend our curator has the account. Our curator lives with MS.',
    );
  });

  it('leaves out a name that would make the post too long', () => {
    const long = `${'a'.repeat(270)} {name}`;
    expect(introduce(long, { identityLevel: 'penName', penName: 'n'.repeat(60) })).not.toContain('nnn');
  });

  it('says where followers are asked, in the charity’s own words alone', () => {
    const told = {
      identityLevel: 'penName',
      penName: '{pulse}',
      pulse: 'https://baton.example/p/x',
    } as const;
    expect(introduce('Bye {name}. {pulse}', told)).toBe('Bye {pulse}. https://baton.example/p/x');
  });

  it('takes a name as it is', () => {
    expect(introduce('{name}!', { identityLevel: 'penName', penName: '$& {name}' })).toBe('$& {name}!');
  });
});

describe('the id of a charity’s own post', () => {
  const takeoverId = '0192e7a0-0000-7000-8000-000000000011' as TakeoverId;

  it('is the same each time, a valid UUID, and another for each kind and takeover', () => {
    const other = '0192e7a0-0000-7000-8000-000000000012' as TakeoverId;
    expect(charityPostId(takeoverId, 'introduction')).toBe(charityPostId(takeoverId, 'introduction'));
    expect(charityPostId(takeoverId, 'introduction')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    const ids = [
      charityPostId(takeoverId, 'introduction'),
      charityPostId(takeoverId, 'signOff'),
      charityPostId(other, 'signOff'),
    ];
    expect(new Set(ids).size).toBe(3);
  });
});
