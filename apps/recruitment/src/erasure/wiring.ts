import { EraseOnRequest } from './erase-on-request.js';
import { ErasePerson } from './erase-person.js';
import { ErasureLedger } from './erasure-ledger.js';
import { Leave } from './leave.js';
import { ReplayErasures } from './replay-erasures.js';

export const answers = { leave: Leave, 'erase-person': EraseOnRequest } as const;

export const parts = [ErasePerson, ErasureLedger, ReplayErasures] as const;
