import { ViewVariety } from './view-variety.js';

export const answers = { 'view-variety': ViewVariety } as const;
