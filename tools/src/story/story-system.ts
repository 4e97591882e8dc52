/** What the story needs to know of a running system. It goes through the front door like everybody else. */
export interface StorySystem {
  /** Where the gateway listens: `http://127.0.0.1:4000`. */
  readonly gatewayOrigin: string;
  /** Where the pretend X listens, its control API included. */
  readonly sandboxOrigin: string;
  /** Where the development mailbox shows its mails. */
  readonly mailboxOrigin: string;
  readonly operatorToken: string;
  /** The bus, as the services see it: the story listens along, and reads every message at the end. */
  readonly natsUrl: string;
  /** An analyst's own account on the bus and the one feed it may read. */
  readonly analyst: { readonly feed: string; readonly natsUrl: string };
  /** The database as its owner sees it: read at the end, in search of the curator's identity. */
  readonly adminDatabaseUrl: string;
  /** Where every service writes its log. */
  readonly logFolder: string;
  /** Everything the system keeps; the logs of all its parts are below it. */
  readonly dataFolder: string;
}

export interface StoryOptions {
  readonly narrate: (line: string) => void;
  /** How long the compressed weekend lasts. Every act has to fit into it. */
  readonly windowSeconds: number;
  /** Called after each step: the crash test kills a service here. */
  readonly afterStep?: (step: string) => Promise<void>;
}

export interface StoryResult {
  readonly held: boolean;
  readonly steps: number;
  readonly failure?: string;
  readonly durationMs: number;
}
