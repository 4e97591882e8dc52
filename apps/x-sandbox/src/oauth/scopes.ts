/** The scopes Baton asks for, and the rest of X's that a test may want to see refused or unused. */
export const scopes = [
  'tweet.read',
  'tweet.write',
  'tweet.moderate.write',
  'users.read',
  'media.write',
  'mute.read',
  'mute.write',
  'offline.access',
  'follows.read',
  'like.read',
  'dm.read',
  'dm.write',
] as const;

export type Scope = (typeof scopes)[number];

const known: ReadonlySet<string> = new Set(scopes);

/** Reads a space-separated list. Undefined when it is empty or holds a scope that X does not have. */
export function parseScopes(text: string): readonly Scope[] | undefined {
  const wanted = text.split(' ').filter((word) => word !== '');
  if (wanted.length === 0) return undefined;
  return wanted.every(isScope) ? [...new Set(wanted)] : undefined;
}

function isScope(word: string): word is Scope {
  return known.has(word);
}
