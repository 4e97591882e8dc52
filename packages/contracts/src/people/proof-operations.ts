import { z } from 'zod';
import { person } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { DeviceId, PasskeyId } from '../define/ids.js';
import { CalendarDate } from '../define/words.js';
import { AppCode, PasskeyMade, PasskeyOptions, PasskeyTicket, signInRefusals } from './sign-in-words.js';

const { tooManyTries, wrongPasskey, wrongSecondFactor } = signInRefusals;
const PasskeyName = z.string().trim().min(1).max(60);
const onAlready = {
  status: 409,
  message: 'You have a second factor already. Remove it first to set up another one.',
} as const;
const isOff = { status: 409, message: 'You have no second factor. Please set one up first.' } as const;
const BackupCodes = z.array(z.string());

export const viewSignInMethods = defineOperation({
  name: 'view-sign-in-methods',
  owner: 'api-gateway',
  summary: 'The ways in a person has: passkeys, second factor, remembered devices.',
  method: 'GET',
  path: '/sign-in-methods',
  access: [person],
  input: z.object({}),
  output: z.object({
    passkeys: z.array(z.object({ passkeyId: PasskeyId, name: z.string(), addedOn: CalendarDate })),
    secondFactor: z.enum(['on', 'off']),
    devices: z.array(
      z.object({
        deviceId: DeviceId,
        device: z.string(),
        rememberedOn: CalendarDate,
        forgottenOn: CalendarDate,
      }),
    ),
  }),
  refusals: {},
});

export const beginPasskey = defineOperation({
  name: 'begin-passkey',
  owner: 'api-gateway',
  summary: 'What to ask a browser for, to make a passkey.',
  method: 'POST',
  path: '/passkeys/begin',
  access: [person],
  stepUp: true,
  input: z.object({}),
  output: z.object({ ticket: PasskeyTicket, options: PasskeyOptions }),
  refusals: {},
});

export const addPasskey = defineOperation({
  name: 'add-passkey',
  owner: 'api-gateway',
  summary: 'Keeps the passkey the browser has made. Its secret never leaves the person’s device.',
  method: 'POST',
  path: '/passkeys',
  access: [person],
  stepUp: true,
  input: z.object({ ticket: PasskeyTicket, answer: PasskeyMade, name: PasskeyName }),
  output: z.object({ passkeyId: PasskeyId, name: z.string() }),
  refusals: { wrongPasskey },
});

export const renamePasskey = defineOperation({
  name: 'rename-passkey',
  owner: 'api-gateway',
  summary: 'Gives one of the person’s passkeys another name.',
  method: 'PUT',
  path: '/passkeys/{passkeyId}',
  access: [person],
  input: z.object({ passkeyId: PasskeyId, name: PasskeyName }),
  output: z.object({ passkeyId: PasskeyId, name: z.string() }),
  refusals: {},
});

export const removePasskey = defineOperation({
  name: 'remove-passkey',
  owner: 'api-gateway',
  summary: 'Removes one of the person’s passkeys; it opens nothing any more.',
  method: 'DELETE',
  path: '/passkeys/{passkeyId}',
  access: [person],
  stepUp: true,
  input: z.object({ passkeyId: PasskeyId }),
  output: z.object({ removed: z.literal(true) }),
  refusals: {},
});

export const beginSecondFactor = defineOperation({
  name: 'begin-second-factor',
  owner: 'api-gateway',
  summary:
    'A secret for an authenticator app, and backup codes. All are shown once, and count once a code was shown.',
  method: 'POST',
  path: '/second-factor/begin',
  access: [person],
  stepUp: true,
  input: z.object({}),
  output: z.object({ uri: z.string(), secret: z.string(), backupCodes: BackupCodes }),
  refusals: { onAlready },
});

export const confirmSecondFactor = defineOperation({
  name: 'confirm-second-factor',
  owner: 'api-gateway',
  summary: 'Turns the second factor on with a first code from the app, and forgets every remembered device.',
  method: 'POST',
  path: '/second-factor',
  access: [person],
  stepUp: true,
  input: z.object({ code: AppCode }),
  output: z.object({ secondFactor: z.literal('on') }),
  refusals: { wrongSecondFactor, tooManyTries },
});

export const renewBackupCodes = defineOperation({
  name: 'renew-backup-codes',
  owner: 'api-gateway',
  summary: 'New backup codes; the old ones open nothing any more.',
  method: 'POST',
  path: '/second-factor/backup-codes',
  access: [person],
  stepUp: true,
  input: z.object({}),
  output: z.object({ backupCodes: BackupCodes }),
  refusals: { isOff },
});

export const removeSecondFactor = defineOperation({
  name: 'remove-second-factor',
  owner: 'api-gateway',
  summary: 'Turns the second factor off. Removing none is harmless.',
  method: 'DELETE',
  path: '/second-factor',
  access: [person],
  stepUp: true,
  input: z.object({}),
  output: z.object({ secondFactor: z.literal('off') }),
  refusals: {},
});

export const forgetDevice = defineOperation({
  name: 'forget-device',
  owner: 'api-gateway',
  summary:
    'Forgets a remembered device: the second factor is asked for there again. Forgetting it twice is harmless.',
  method: 'DELETE',
  path: '/devices/{deviceId}',
  access: [person],
  input: z.object({ deviceId: DeviceId }),
  output: z.object({ forgotten: z.literal(true) }),
  refusals: {},
});
