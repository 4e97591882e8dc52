import { neededScopes } from '../x/connect-to-x.js';

/** Whether what X granted is what Baton may hold: everything it needs, and nothing of direct messages. */
export function decideScopes(granted: readonly string[]): 'enough' | 'missing' | 'directMessages' {
  if (granted.some((scope) => scope.startsWith('dm.'))) return 'directMessages';
  return neededScopes.every((scope) => granted.includes(scope)) ? 'enough' : 'missing';
}
