import type { Type } from '@nestjs/common';
import { BeginExport } from './begin-export.js';
import { DownloadExport } from './download-export.js';
import { Exports } from './exports.js';
import { MakeExports } from './make-exports.js';
import { ReadEverything } from './read-everything.js';
import { ViewExport } from './view-export.js';

/** The operations about archives, by name, for the gateway's `serve`. */
export const exportAnswers = {
  'begin-export': BeginExport,
  'view-export': ViewExport,
  'download-export': DownloadExport,
};

export const exportProviders: Type[] = [Exports, MakeExports, ReadEverything];
