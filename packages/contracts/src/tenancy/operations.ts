import { z } from 'zod';
import { anyone, operator } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, MemberId } from '../define/ids.js';
import { NewCharityId } from '../define/platform.js';
import { TimeZone } from '../define/time-zone.js';
import { EmailAddress, Slug } from '../define/words.js';

const Charity = z.object({ charityId: CharityId, name: z.string(), slug: Slug, zone: TimeZone });

export const registerCharity = defineOperation({
  name: 'register-charity',
  owner: 'api-gateway',
  summary: 'Brings a charity aboard and makes its first owner, who is mailed a sign-in code.',
  method: 'POST',
  path: '/charities',
  access: [operator],
  input: z.object({
    charityId: NewCharityId,
    name: z.string().trim().min(2).max(120),
    slug: Slug,
    zone: TimeZone,
    owner: z.object({ memberId: MemberId, email: EmailAddress }),
  }),
  output: Charity,
  refusals: {
    slugTaken: {
      status: 409,
      message: 'Another charity already has this short name. Please choose another one.',
    },
    leftForGood: {
      status: 410,
      message: 'The charity with this id has left Baton for good. To come back, please begin with a new id.',
    },
  },
});

export const viewCharity = defineOperation({
  name: 'view-charity',
  owner: 'api-gateway',
  summary: 'Name, short name and time zone of a charity.',
  method: 'GET',
  path: '/charities/{charityId}',
  access: [anyone],
  input: z.object({ charityId: CharityId }),
  output: Charity,
  refusals: {},
});

export const listCharities = defineOperation({
  name: 'list-charities',
  owner: 'api-gateway',
  summary: 'The charities aboard, by name. Public: each has a public page.',
  method: 'GET',
  path: '/charities',
  access: [anyone],
  input: z.object({}),
  output: z.object({ charities: z.array(Charity) }),
  refusals: {},
});
