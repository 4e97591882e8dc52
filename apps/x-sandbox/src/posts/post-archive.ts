import type { Post } from './post.js';

/** Every post ever applied, deleted ones too, so that a test can count what really went out. */
export class PostArchive {
  readonly #byId = new Map<string, Post>();
  readonly #idsByAuthor = new Map<string, string[]>();
  readonly #idsByMention = new Map<string, string[]>();

  add(post: Post): void {
    this.#byId.set(post.id, post);
    append(this.#idsByAuthor, post.authorId, post.id);
    const mentioned = new Set(post.entities.mentions.map(({ username }) => username.toLowerCase()));
    for (const username of mentioned) append(this.#idsByMention, username, post.id);
  }

  /** The post as it is now, deleted or not. */
  find(id: string): Post | undefined {
    return this.#byId.get(id);
  }

  findLive(id: string): Post | undefined {
    const post = this.#byId.get(id);
    return post?.life.state === 'live' ? post : undefined;
  }

  change(id: string, change: Partial<Post>): void {
    const post = this.#byId.get(id);
    if (post) this.#byId.set(id, { ...post, ...change });
  }

  /** Oldest first. */
  all(): readonly Post[] {
    return [...this.#byId.values()];
  }

  newestBy(authorId: string): Generator<Post> {
    return this.#newestFirst(this.#idsByAuthor.get(authorId) ?? []);
  }

  newestMentioning(username: string): Generator<Post> {
    return this.#newestFirst(this.#idsByMention.get(username.toLowerCase()) ?? []);
  }

  clear(): void {
    this.#byId.clear();
    this.#idsByAuthor.clear();
    this.#idsByMention.clear();
  }

  *#newestFirst(ids: readonly string[]): Generator<Post> {
    for (let index = ids.length - 1; index >= 0; index -= 1) {
      const post = this.#byId.get(ids[index] ?? '');
      if (post) yield post;
    }
  }
}

function append(lists: Map<string, string[]>, key: string, id: string): void {
  const list = lists.get(key);
  if (list) list.push(id);
  else lists.set(key, [id]);
}
