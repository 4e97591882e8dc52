import { AddressChanges } from './address-changes.js';
import { ConfirmMyAddress } from './confirm-my-address.js';
import { CorrectMyData } from './correct-my-data.js';
import { DownloadMyData } from './download-my-data.js';
import { ViewMyData } from './view-my-data.js';

export const answers = {
  'view-my-data': ViewMyData,
  'download-my-data': DownloadMyData,
  'correct-my-data': CorrectMyData,
  'confirm-my-address': ConfirmMyAddress,
} as const;

export const parts = [AddressChanges] as const;
