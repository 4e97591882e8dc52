import type { Policy } from '@baton/contracts';
import { presets } from './presets.js';

/** What a charity begins with: cautious where people could be hurt, out of the way elsewhere. */
export const defaultPolicy: Policy = {
  ...presets.standard.rules,
  introduction:
    'This weekend {name} has the account, to show what life with the condition is like. Say hello!',
  wordsToWatch: [],
  cover: '',
  coverOn: 'never',
  signOff:
    'The weekend is over, and the account is back with the charity. Thank you for being here. Did this weekend help? {pulse}',
};
