import { z } from 'zod';
import { staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId } from '../define/ids.js';

const Verdict = z.enum(['allow', 'warn', 'hold', 'block']);

export const Policy = z.object({
  /** Seconds a post waits before it goes, in which it can be withdrawn. */
  undoSeconds: z.int().min(0).max(120),
  /** What happens to a post with contact details in it. */
  contactDetails: Verdict,
  /** What happens to a picture without a description. */
  altText: Verdict,
  /** `{name}` becomes the name the curator chose to be known by. */
  introduction: z.string().trim().min(1).max(280),
  signOff: z.string().trim().min(1).max(280),
});
export type Policy = z.infer<typeof Policy>;

export const setPolicy = defineOperation({
  name: 'set-policy',
  owner: 'posting-gateway',
  summary: 'Sets the charity’s posting policy; each change is a new version.',
  method: 'PUT',
  path: '/charities/{charityId}/policy',
  access: [staff('manager', 'trustee')],
  input: z.object({ charityId: CharityId, policy: Policy }),
  output: z.object({ policy: Policy, version: z.int().positive() }),
  refusals: {},
});

export const viewPolicy = defineOperation({
  name: 'view-policy',
  owner: 'posting-gateway',
  summary: 'The posting policy in force.',
  method: 'GET',
  path: '/charities/{charityId}/policy',
  access: [staff('manager', 'moderator', 'trustee')],
  input: z.object({ charityId: CharityId }),
  output: z.object({ policy: Policy, version: z.int().positive() }),
  refusals: {},
});
