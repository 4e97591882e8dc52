export interface Shown {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

/** What a browser without scripts does: looks at pages and sends their forms, field for field. */
export class FormInBrowser {
  constructor(private readonly origin: string) {}

  async look(path: string): Promise<Shown> {
    return shownBy(await fetch(this.origin + path, { redirect: 'manual' }));
  }

  /** `address`: from where, as a proxy of ours would say. */
  async send(path: string, body: URLSearchParams | FormData, address?: string): Promise<Shown> {
    const headers = { 'sec-fetch-site': 'same-origin', ...(address ? { 'x-forwarded-for': address } : {}) };
    return shownBy(await fetch(this.origin + path, { method: 'POST', headers, body, redirect: 'manual' }));
  }
}

const shownBy = async (response: Response): Promise<Shown> => ({
  status: response.status,
  text: await response.text(),
  headers: response.headers,
});

/** The hidden fields of a form, as it would send them along. The stamp is left out: a test fills in forms at once. */
export function hiddenIn(text: string): Record<string, string> {
  const found = [...text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)];
  const fields = found.map(([, name = '', value = '']) => [name, value]);
  return Object.fromEntries(fields.filter(([name]) => name !== 'stamp'));
}

/** What stands in a field that somebody has typed into. */
export function typedIn(text: string, name: string): string | undefined {
  const area = new RegExp(`<textarea[^>]*name="${name}"[^>]*>\\n([^<]*)</textarea>`).exec(text);
  const input = new RegExp(`<input[^>]*name="${name}"[^>]*value="([^"]*)"`).exec(text);
  return area?.[1] ?? input?.[1];
}
