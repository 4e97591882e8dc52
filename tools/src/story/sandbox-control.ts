/** A post as the pretend X keeps it. */
export interface PostOnX {
  readonly id: string;
  /** What was sent; X itself shows links shortened. */
  readonly text: string;
  readonly inReplyTo: string | undefined;
  readonly mediaIds: readonly string[];
  readonly pollOptions: readonly string[];
  /** When the request arrived at X. */
  readonly receivedAt: Date;
}

interface KeptPost {
  readonly id: string;
  readonly written: string;
  readonly inReplyTo?: { readonly postId: string };
  readonly mediaIds: readonly string[];
  readonly poll?: { readonly options: readonly string[] };
  readonly receivedAt: number;
}

export type Weather =
  | { status: 429; retryAfterSeconds: number }
  | { status: 503 }
  | { cut: 'after' }
  /** It goes well. */
  | { fine: true }
  | { refusedBecause: string };

/** The story's hand on the pretend X: accounts, followers and weather. Speaks its control API over HTTP. */
export class SandboxControl {
  constructor(private readonly origin: string) {}

  /** An account, and a developer app that the charity owns. */
  async createAccountWithApp(order: { handle: string; name: string; redirectUri: string }) {
    const { handle, name, redirectUri } = order;
    await this.ask('POST', '/sandbox/accounts', { username: handle, name });
    const app = await this.ask<{ clientId: string; clientSecret: string }>('POST', '/sandbox/apps', {
      name: `${name} takeovers`,
      callbackUrls: [redirectUri],
    });
    return { clientId: app.clientId, clientSecret: app.clientSecret };
  }

  /** Presses "Allow" on X's page, as the person who owns the account would; returns what X sends back. */
  async sayYes(authorizeUrl: string, handle: string): Promise<{ state: string; code: string }> {
    const body = new URLSearchParams({ decision: 'allow', username: handle });
    const response = await fetch(authorizeUrl, { method: 'POST', body, redirect: 'manual' });
    const location = response.headers.get('location');
    if (!location) throw new Error(`X did not redirect (${response.status})`);
    const { searchParams } = new URL(location);
    return { state: searchParams.get('state') ?? '', code: searchParams.get('code') ?? '' };
  }

  /** Everything the account ever published, oldest first. */
  async postsOf(handle: string): Promise<PostOnX[]> {
    const kept = await this.ask<KeptPost[]>('GET', `/sandbox/posts?account=${handle}`);
    return kept.map((post) => ({
      id: post.id,
      text: post.written,
      inReplyTo: post.inReplyTo?.postId,
      mediaIds: post.mediaIds,
      pollOptions: post.poll?.options ?? [],
      receivedAt: new Date(post.receivedAt),
    }));
  }

  /** The pictures' bytes as they were uploaded, and the descriptions X shows with them, in order. */
  async picturesOf(handle: string, post: PostOnX): Promise<{ bytes: Buffer; altText: string | undefined }[]> {
    const altTexts = await this.altTextsOf(handle, post.id);
    return Promise.all(
      post.mediaIds.map(async (mediaId, index) => {
        const response = await fetch(`${this.origin}/sandbox/media/${mediaId}`);
        return { bytes: Buffer.from(await response.arrayBuffer()), altText: altTexts[index] };
      }),
    );
  }

  /** A follower posts; returns the post's id on X. */
  async followerPosts(username: string, text: string): Promise<string> {
    const post = await this.ask<{ id: string }>('POST', '/sandbox/follower-posts', { username, text });
    return post.id;
  }

  /** What happens to the account's next post. */
  async nextPostAnswers(handle: string, weather: Weather): Promise<void> {
    await this.ask('POST', '/sandbox/faults', {
      method: 'POST',
      path: '/2/tweets',
      account: handle,
      ...faultOf(weather),
    });
  }

  private async altTextsOf(handle: string, postId: string): Promise<(string | undefined)[]> {
    const tokens = await this.ask<{ access_token: string }>('POST', '/sandbox/tokens', { username: handle });
    const query = 'tweet.fields=attachments&expansions=attachments.media_keys&media.fields=alt_text';
    const response = await fetch(`${this.origin}/2/tweets/${postId}?${query}`, {
      headers: { authorization: `Bearer ${tokens.access_token}` },
    });
    const answer = (await response.json()) as { includes?: { media?: { alt_text?: string }[] } };
    return answer.includes?.media?.map((media) => media.alt_text) ?? [];
  }

  private async ask<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const response = await fetch(`${this.origin}${path}`, {
      method,
      ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
    });
    const answer = (await response.json()) as { data: Answer; error?: string };
    if (!response.ok) throw new Error(`the pretend X said ${response.status}: ${answer.error}`);
    return answer.data;
  }
}

function faultOf(weather: Weather): object {
  if ('cut' in weather) return { cut: weather.cut };
  if ('fine' in weather) return { answerAfterMs: 1 };
  if ('refusedBecause' in weather) {
    return { status: 403, body: { title: 'Forbidden', status: 403, detail: weather.refusedBecause } };
  }
  return weather.status === 429
    ? { status: 429, resetInS: weather.retryAfterSeconds, retryAfterS: weather.retryAfterSeconds }
    : { status: 503 };
}
