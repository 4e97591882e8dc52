import { ReachReady } from './reach-ready.js';
import { SetPreparation } from './set-preparation.js';
import { ViewMyPreparation } from './view-my-preparation.js';
import { ViewPreparation } from './view-preparation.js';

export const answers = {
  'view-preparation': ViewPreparation,
  'set-preparation': SetPreparation,
  'view-my-preparation': ViewMyPreparation,
} as const;

export const parts = [ReachReady] as const;
