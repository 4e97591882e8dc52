import { OpenCall } from './open-call.js';
import { ViewCall } from './view-call.js';

export const answers = { 'open-call': OpenCall, 'view-call': ViewCall } as const;
