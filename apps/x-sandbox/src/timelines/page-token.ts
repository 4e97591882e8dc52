const prefix = 'after:';

/** Opaque to clients, like X's: it names the last post of the page it came with. */
export function pageToken(lastPostId: string): string {
  return Buffer.from(prefix + lastPostId).toString('base64url');
}

export function readPageToken(token: string): string | undefined {
  const text = Buffer.from(token, 'base64url').toString('utf8');
  return /^after:[0-9]{1,19}$/.test(text) ? text.slice(prefix.length) : undefined;
}
