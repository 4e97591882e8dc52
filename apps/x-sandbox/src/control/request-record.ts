/** One request to the API or to the sign-in pages, as it was taken in. Of bodies only a post's text is kept, no token. */
export interface RequestRecord {
  readonly id: string;
  readonly method: string;
  /** Path without its query. */
  readonly path: string;
  /** The path as documented: `/2/tweets/:id`. */
  readonly route: string;
  /** Whose token it carried, if a known one. */
  readonly username: string | undefined;
  /** Milliseconds. */
  readonly receivedAt: number;
  readonly endedAt: number;
  readonly ending:
    | { readonly end: 'answer'; readonly status: number }
    | { readonly end: 'cut' | 'cutMidAnswer' };
  /** False where a fault kept the request from being looked at. */
  readonly applied: boolean;
  /** What a post that was asked for should say, so that a test can count how often it was asked for. */
  readonly text: string | undefined;
  /** The fault that met it. */
  readonly faultId: string | undefined;
}

const kept = 50_000;

/** Keeps the newest requests: a load test must not fill the memory. */
export function recordRequest(records: RequestRecord[], record: RequestRecord): void {
  records.push(record);
  if (records.length > kept * 1.2) records.splice(0, records.length - kept);
}
