import { z } from 'zod';
import { service, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId, ExportId, Instant, MediaId } from '../define/ids.js';
import type { ServiceName } from '../define/service-name.js';

const theExport = '/charities/{charityId}/exports/{exportId}';
const which = z.object({ charityId: CharityId, exportId: ExportId });

/** `expiresAt`: until then it can be downloaded; null while there is nothing to download. */
const Export = z.object({
  exportId: ExportId,
  state: z.enum(['beingMade', 'ready', 'failed', 'expired']),
  bytes: z.int().nullable(),
  parts: z.int().nullable(),
  expiresAt: Instant.nullable(),
});

export const beginExport = defineOperation({
  name: 'begin-export',
  owner: 'api-gateway',
  summary:
    'Begins to put everything of the charity into one zip archive: JSON Lines, pictures, the audit, and a README that explains each field. Who a curator is, is not in it.',
  method: 'POST',
  path: '/charities/{charityId}/exports',
  access: [staff('owner')],
  stepUp: true,
  input: which,
  output: Export,
  refusals: {
    oneAtATime: {
      status: 409,
      message: 'An archive is being made just now. Please wait until it is ready.',
    },
  },
});

export const viewExport = defineOperation({
  name: 'view-export',
  owner: 'api-gateway',
  summary: 'How far an archive has come, and until when it can be downloaded: 7 days from when it was ready.',
  method: 'GET',
  path: theExport,
  access: [staff('owner')],
  input: which,
  output: Export,
  refusals: {},
});

export const downloadExport = defineOperation({
  name: 'download-export',
  owner: 'api-gateway',
  summary: 'One part of an archive, in base64; all parts, one after the other, are the zip file.',
  method: 'GET',
  path: `${theExport}/parts/{number}`,
  access: [staff('owner')],
  stepUp: true,
  input: which.extend({ number: z.coerce.number().int().positive() }),
  output: z.object({ part: z.base64() }),
  refusals: {
    notReady: { status: 409, message: 'The archive is not ready yet. Please try again in a moment.' },
    expired: {
      status: 410,
      message: 'An archive can be downloaded for 7 days, and this one is older. Please make a new one.',
    },
  },
});

/**
 * A page of what a service puts into a charity's archive: records of one file, and where the next page begins. Files and
 * fields are those of `exportedFiles`.
 */
const exportRecordsOf = <const Owner extends ServiceName>(owner: Owner) =>
  defineOperation({
    name: 'export-records',
    owner,
    summary: 'A page of what this service puts into a charity’s archive.',
    method: 'POST',
    path: 'internal',
    access: [service('api-gateway')],
    input: z.object({ charityId: CharityId, cursor: z.string().max(200).nullable() }),
    output: z.object({
      file: z.string(),
      records: z.array(z.record(z.string(), z.unknown())),
      next: z.string().nullable(),
    }),
    refusals: {},
  });

export const exportRecruitment = exportRecordsOf('recruitment');
export const exportScheduling = exportRecordsOf('scheduling');
export const exportPosting = exportRecordsOf('posting-gateway');
export const exportFeedback = exportRecordsOf('feedback');

export const exportPicture = defineOperation({
  name: 'export-picture',
  owner: 'posting-gateway',
  summary: 'A piece of a picture for a charity’s archive, in base64, and where the next piece begins.',
  method: 'POST',
  path: 'internal',
  access: [service('api-gateway')],
  input: z.object({ charityId: CharityId, mediaId: MediaId, from: z.int().min(0) }),
  output: z.object({ piece: z.base64(), next: z.int().nullable() }),
  refusals: {},
});
