const nowhere = 'https://own.invalid';

/**
 * A path of our own that somebody may be sent to after signing in; undefined for anything a browser would take as an
 * address elsewhere (`//evil.example`, `/\evil.example`, `javascript:…`), and for what is too long to be ours.
 */
export function ownPath(wanted: unknown): string | undefined {
  if (typeof wanted !== 'string' || wanted.length > 500 || !/^\/(?![/\\])[!-~]*$/.test(wanted))
    return undefined;
  try {
    const { origin, pathname, search } = new URL(wanted, nowhere);
    const path = `${pathname}${search}`;
    // Of what comes out, not of what went in: `/.//evil.example` is tidied to `//evil.example`.
    return origin === nowhere && !path.startsWith('//') ? path : undefined;
  } catch {
    return undefined;
  }
}
