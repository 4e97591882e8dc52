/**
 * A page that people write, with parts in it that are drawn from the code: what stands between
 * `<!-- drawn: name -->` and `<!-- end -->` is replaced. Throws where a part has no place or a place no part.
 */
export function withDrawnParts(page: string, parts: Readonly<Record<string, string>>): string {
  const missing = new Set(Object.keys(parts));
  const drawn = page.replaceAll(
    /<!-- drawn: (\w+) -->[\s\S]*?<!-- end -->/g,
    (_place: string, name: string) => {
      const part = parts[name];
      if (part === undefined) throw new Error(`nothing is drawn for the place ${name}`);
      missing.delete(name);
      return `<!-- drawn: ${name} -->\n${part}\n<!-- end -->`;
    },
  );
  if (missing.size > 0) throw new Error(`no place for ${[...missing].join(', ')}`);
  return drawn;
}
