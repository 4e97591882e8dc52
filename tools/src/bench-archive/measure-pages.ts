interface Measured {
  readonly page: string;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly bytes: number;
}

const warmUpLooks = 10;

/** Looks at each kind of page in turn, so that whatever else the machine does slows all of them alike. */
export async function measurePages(origin: string, path: string, looks: number): Promise<Measured[]> {
  const pages = await pagesOf(origin, path);
  const took = new Map(Object.keys(pages).map((page): [string, number[]] => [page, []]));
  const bytes = new Map<string, number>();
  for (let look = -warmUpLooks; look < looks; look += 1) {
    for (const [page, address] of Object.entries(pages)) {
      const beganAt = performance.now();
      const text = await textAt(origin + address);
      if (look >= 0) took.get(page)?.push(performance.now() - beganAt);
      bytes.set(page, Buffer.byteLength(text));
    }
  }
  return [...took].map(([page, times]) => ({
    page,
    p50Ms: quantile(times, 0.5),
    p95Ms: quantile(times, 0.95),
    bytes: bytes.get(page) ?? 0,
  }));
}

async function pagesOf(origin: string, path: string): Promise<Record<string, string>> {
  const list = await textAt(origin + path);
  const entry = /\/c\/\w+\/archive\/[0-9a-f-]{36}/.exec(list)?.[0];
  const next = /href="([^"]+after=[^"]+)"/.exec(list)?.[1]?.replaceAll('&amp;', '&');
  if (!entry || !next) throw new Error('the archive is not full');
  return {
    'the charity’s own page, for comparison': path.replace(/\/archive$/, ''),
    'the newest weekends': path,
    'a page further on': next,
    'one year': `${path}?year=${new Date().getFullYear() - 3}`,
    'one weekend': entry,
    'a word that is in most posts': `${path}?q=tea`,
    'two words': `${path}?q=${encodeURIComponent('swimming fog')}`,
    'a name': `${path}?q=robin123`,
    'a word that is nowhere': `${path}?q=zebra`,
    'the Atom feed': `${path}.atom`,
  };
}

async function textAt(address: string): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
  return answer.text();
}

function quantile(times: readonly number[], which: number): number {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * which))] ?? 0;
}

/** In Markdown. */
export function tableOfPages(measured: readonly Measured[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rows = measured.map(({ page, p50Ms, p95Ms, bytes }) => [
    page,
    `${p50Ms.toFixed(1)} ms`,
    `${p95Ms.toFixed(1)} ms`,
    `${(bytes / 1024).toFixed(0)} kB`,
  ]);
  return [line(['page', 'p50', 'p95', 'size']), line(['--', '--:', '--:', '--:']), ...rows.map(line)].join(
    '\n',
  );
}
