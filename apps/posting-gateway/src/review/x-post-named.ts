const link =
  /^https?:\/\/(?:www\.|mobile\.)?(?:x|twitter)\.com\/(?:i\/web|i|(\w{1,15}))\/status\/(\d{1,20})(?:[/?#].*)?$/i;

/** The number of the post on X that a person names, by it or by its link; nothing where it is not one of this account. */
export function xPostNamed(named: string, handle: string): string | undefined {
  if (/^\d{1,20}$/.test(named)) return named;
  const [, owner, number] = link.exec(named) ?? [];
  return owner === undefined || owner.toLowerCase() === handle.toLowerCase() ? number : undefined;
}
