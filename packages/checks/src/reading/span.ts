/** UTF-16 offsets into a text, `to` exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Spans that touch or overlap become one: a person is told once about one place. */
export function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && span.from <= last.to) {
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    } else {
      joined.push(span);
    }
  }
  return joined;
}
