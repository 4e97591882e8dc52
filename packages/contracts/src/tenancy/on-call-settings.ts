import { z } from 'zod';
import { staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId } from '../define/ids.js';

/** What a charity has settled about calling its team. */
export const OnCallSettings = z.object({
  /** So long whoever is on call has, before everybody of the team is called. */
  escalatesAfterMinutes: z.int().min(5).max(60),
});
export type OnCallSettings = z.infer<typeof OnCallSettings>;

/** Until a charity says otherwise. */
export const usualOnCallSettings: OnCallSettings = { escalatesAfterMinutes: 10 };

export const viewOnCallSettings = defineOperation({
  name: 'view-on-call-settings',
  owner: 'api-gateway',
  summary: 'How the team is called.',
  method: 'GET',
  path: '/charities/{charityId}/on-call-settings',
  access: [staff('moderator', 'manager', 'trustee')],
  input: z.object({ charityId: CharityId }),
  output: OnCallSettings,
  refusals: {},
});

export const setOnCallSettings = defineOperation({
  name: 'set-on-call-settings',
  owner: 'api-gateway',
  summary: 'Says how the team is called from now on. The same again changes nothing.',
  method: 'PUT',
  path: '/charities/{charityId}/on-call-settings',
  access: [staff('manager')],
  input: OnCallSettings.extend({ charityId: CharityId }),
  output: OnCallSettings,
  refusals: {},
});
