import pg from 'pg';
import type { MessagingObserver } from './observer.js';
import { oneAtATime, type Session } from './one-at-a-time.js';
import { pause, withinAMoment } from './pause.js';

/** Work that only one replica of a service may do at a time. Must return soon after the signal is aborted. */
export type OwnedWork = (owned: Owned) => Promise<void>;

export interface Owned {
  /** The connection that holds the lock: a query on it fails if the lock is lost. */
  readonly session: Session;
  /** Aborted when the work is no longer ours, or must stop. */
  readonly signal: AbortSignal;
}

/**
 * Decides which replica of a service does the work of which there must be one: relaying its facts, and
 * consuming each stream it listens to. Competing relays broke the order and were no faster.
 *
 * - Each work is a session advisory lock; all of a process's are held on one connection of their own.
 * - A replica that does not hold a lock asks for it every second. When an owner dies, its connection
 *   ends, Postgres frees its locks, and another replica has the work within a second or so.
 * - When the connection is lost, all work is told to stop. For a moment two replicas can believe to be
 *   the owner (the old one has not noticed yet): owned work must stay *right* then, and only be slower.
 *   The relay's and the consumer's files say why they are.
 * - Locks are of the session: a pooler in transaction mode must not stand between.
 */
export class Ownership {
  private readonly claims = new Map<string, Claim>();
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;

  constructor(
    private readonly options: {
      databaseUrl: string;
      name: string;
      observer: MessagingObserver;
      askEveryMs?: number;
    },
  ) {}

  /**
   * From now on tries to own `work`, and runs it whenever this process does. The function returned gives
   * it up: it resolves when the work has stopped.
   */
  claim(work: string, whileOwner: OwnedWork): () => Promise<void> {
    const claim: Claim = {
      whileOwner,
      released: new AbortController(),
      doing: Promise.resolve(),
      owned: false,
    };
    this.claims.set(work, claim);
    this.running ??= this.run();
    return async () => {
      this.claims.delete(work);
      claim.released.abort();
      await claim.doing;
    };
  }

  /** Stops all work, waits until it has, and lets go of the locks. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      await this.holdSession().catch((error) => this.options.observer.fault('ownership', error));
      await this.untilNextAsking(this.stopping.signal);
    }
  }

  private async holdSession(): Promise<void> {
    const connection = new pg.Client({
      connectionString: this.options.databaseUrl,
      application_name: this.options.name,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: 10_000,
    });
    const lost = new AbortController();
    connection.on('error', () => lost.abort());
    connection.on('end', () => lost.abort());
    const signal = AbortSignal.any([lost.signal, this.stopping.signal]);
    try {
      await connection.connect();
      const session = oneAtATime(connection);
      await session.query(sessionSettings);
      while (!signal.aborted) {
        await this.askForMore(session, signal);
        await this.untilNextAsking(signal);
      }
    } finally {
      lost.abort();
      await Promise.all([...this.claims.values()].map((claim) => claim.doing));
      await withinAMoment(connection.end());
    }
  }

  private untilNextAsking = (signal: AbortSignal) => pause(this.options.askEveryMs ?? 1_000, signal);

  /** Asks for what is not ours yet; when nothing is left to ask for, this is how a dead connection is noticed. */
  private async askForMore(session: Session, signal: AbortSignal): Promise<void> {
    const wanted = [...this.claims].filter(([, claim]) => !claim.owned).map(([work]) => work);
    const { rows } = await session.query<{ work: string }>(tryToOwn, [wanted]);
    for (const { work } of rows) {
      const claim = this.claims.get(work);
      if (claim) claim.doing = this.doWork(work, claim, session, signal);
      else await session.query(letGo, [work]);
    }
  }

  private async doWork(work: string, claim: Claim, session: Session, signal: AbortSignal): Promise<void> {
    const { observer } = this.options;
    claim.owned = true;
    observer.ownership(work, 'gained');
    const owned = { session, signal: AbortSignal.any([signal, claim.released.signal]) };
    await claim.whileOwner(owned).catch((error) => observer.fault(work, error));
    observer.ownership(work, 'lost');
    // Given up, or failed here and perhaps not elsewhere: another replica may ask before we ask again.
    if (!signal.aborted) await session.query(letGo, [work]).catch(() => undefined);
    claim.owned = false;
  }
}

interface Claim {
  readonly whileOwner: OwnedWork;
  readonly released: AbortController;
  doing: Promise<void>;
  owned: boolean;
}

/**
 * A replica whose host vanished without a word keeps its locks until Postgres notices: within 15 seconds.
 * What owned work writes on this session (the relay's cursor) may be lost in a crash: it is then done again.
 * The session is no pooled one, so it may be the background worker's for its whole life.
 */
const sessionSettings = `
  SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 3; SET tcp_keepalives_count = 3;
  SET synchronous_commit = off; SET baton.worker = 'on'`;

const lockOf = (work: string) => `hashtextextended('baton/' || current_schema() || '/' || ${work}, 0)`;
const tryToOwn = `
  SELECT work FROM unnest($1::text[]) AS asked (work) WHERE pg_try_advisory_lock(${lockOf('work')})`;
const letGo = `SELECT pg_advisory_unlock(${lockOf('$1::text')})`;
