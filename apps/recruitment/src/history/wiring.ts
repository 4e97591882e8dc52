import { ListApplicationHistory } from './list-application-history.js';

export const answers = { 'list-application-history': ListApplicationHistory } as const;
