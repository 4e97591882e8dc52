import { ChangeCall } from './change-call.js';
import { CloseCall } from './close-call.js';
import { ListCalls } from './list-calls.js';
import { ListOpenCalls } from './list-open-calls.js';
import { OpenCall } from './open-call.js';
import { PresentCall } from './present-call.js';
import { ViewCall } from './view-call.js';

export const answers = {
  'open-call': OpenCall,
  'change-call': ChangeCall,
  'close-call': CloseCall,
  'list-calls': ListCalls,
  'list-open-calls': ListOpenCalls,
  'view-call': ViewCall,
} as const;

export const parts = [PresentCall] as const;
