import {
  appendMedia,
  beginMedia,
  finishMedia,
  listPosts,
  type MediaId,
  type Policy,
  type Post,
  type PostId,
  type PostState,
  type RequestOf,
  type ResultOf,
  setPolicy,
  submitPosts,
  type TakeoverId,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { chunkBytes } from '../media/chunks.js';
import { defaultPolicy } from '../policy/default-policy.js';
import { openingHeardWithinMs } from '../takeovers/takeover-window.js';
import type { CharityWithSandbox, GatewayWithSandbox } from './gateway-with-sandbox.js';

/** After these a post does not become anything else by itself. */
const ends: ReadonlySet<PostState['state']> = new Set(['published', 'rejected', 'declined', 'withdrawn']);

/** A curator with pictures, whose takeover is open, on the whole service with its workers running. */
export class OpenTakeover {
  private constructor(
    private readonly gateway: GatewayWithSandbox,
    readonly charity: CharityWithSandbox,
    readonly takeoverId: TakeoverId,
  ) {}

  static async begin(gateway: GatewayWithSandbox, policy: Partial<Policy> = {}): Promise<OpenTakeover> {
    const charity = await gateway.aCharity();
    await charity.connect();
    const wished = { ...defaultPolicy, undoSeconds: 0, ...policy };
    await charity.succeed(setPolicy, { charityId: charity.charityId, policy: wished }, charity.asSureTrustee);
    return new OpenTakeover(gateway, charity, await charity.schedule(-openingHeardWithinMs, 3_600_000));
  }

  ids = (mediaId: MediaId) => ({ charityId: this.charity.charityId, mediaId });

  /** Sends a file whole; answers its id and what finishing it said. */
  async send(
    bytes: Buffer,
    altText = '',
  ): Promise<{ mediaId: MediaId; finished: ResultOf<typeof finishMedia> }> {
    const { charity } = this;
    const mediaId = newId<MediaId>();
    const begun = { ...this.ids(mediaId), byteLength: bytes.length, altText };
    await charity.succeed(beginMedia, begun, charity.asCurator);
    for (let index = 0; index * chunkBytes < bytes.length; index += 1) {
      const base64 = bytes.subarray(index * chunkBytes, (index + 1) * chunkBytes).toString('base64');
      await charity.succeed(appendMedia, { ...this.ids(mediaId), index, base64 }, charity.asCurator);
    }
    return { mediaId, finished: await charity.call(finishMedia, this.ids(mediaId), charity.asCurator) };
  }

  /** The same for a picture. */
  async upload(bytes: Buffer, altText = ''): Promise<MediaId> {
    const { mediaId, finished } = await this.send(bytes, altText);
    if (!finished.ok) throw new Error(`no picture: ${JSON.stringify(finished.refusal)}`);
    return mediaId;
  }

  hand(
    post: Omit<RequestOf<typeof submitPosts>['posts'][number], 'postId'>,
    rest: Partial<RequestOf<typeof submitPosts>> = {},
  ): Promise<ResultOf<typeof submitPosts>> {
    const { charityId, asCurator } = this.charity;
    const posts = [{ postId: newId<PostId>(), ...post }];
    const submission = { charityId, takeoverId: this.takeoverId, posts, ...rest };
    return this.charity.call(submitPosts, submission, asCurator);
  }

  /** Hands over one post that is taken. */
  async submit(...[post, rest]: Parameters<OpenTakeover['hand']>): Promise<Post> {
    const answer = await this.hand(post, rest);
    if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.refusal)}`);
    const [accepted] = answer.value.posts;
    if (!accepted) throw new Error('no post');
    return accepted;
  }

  async post(postId: PostId): Promise<Post> {
    const { charityId, asManager } = this.charity;
    const list = { charityId, takeoverId: this.takeoverId };
    const { posts } = await this.charity.succeed(listPosts, list, asManager);
    const post = posts.find((candidate) => candidate.postId === postId);
    if (!post) throw new Error('no such post');
    return post;
  }

  async until(postId: PostId, state: PostState['state']): Promise<Post> {
    for (;;) {
      const post = await this.post(postId);
      if (post.status.state === state) return post;
      if (ends.has(post.status.state) && state !== 'deleted')
        throw new Error(`it is ${JSON.stringify(post.status)}`);
    }
  }

  /** The descriptions X has of a published post's pictures, in order. */
  async altTextsOnX(postId: PostId): Promise<(string | undefined)[]> {
    const { status } = await this.until(postId, 'published');
    if (status.state !== 'published') throw new Error('not published');
    return this.gateway.sandbox.control.pictures(status.xPostId).map(({ altText }) => altText);
  }
}
