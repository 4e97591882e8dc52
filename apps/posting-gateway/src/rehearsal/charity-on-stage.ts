import {
  editPost,
  type InputOf,
  type listReviewQueue,
  type OutputOf,
  type Post,
  type PostId,
  type RequestOf,
  type releaseSwitch,
  resumeThread,
  type setSwitch,
  submitPosts,
  type UnknownVerdict,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { AskDeletion } from '../deleting/ask-deletion.js';
import { ReleaseSwitch } from '../kill-switch/release-switch.js';
import { SetSwitch } from '../kill-switch/set-switch.js';
import { EditPost } from '../posts/edit-post.js';
import { ListPosts } from '../posts/list-posts.js';
import { ResumeThread } from '../posts/resume-thread.js';
import { SubmitPosts } from '../posts/submit-posts.js';
import { WithdrawPost } from '../posts/withdraw-post.js';
import { DecidePost } from '../review/decide-post.js';
import { ListReviewQueue } from '../review/list-review-queue.js';
import { ResolveUnknown } from '../review/resolve-unknown.js';
import type { PretendAccount } from './pretend-x.js';
import { ToldOfCharity } from './told-of-charity.js';

export { windowMs } from './told-of-charity.js';

type ThrownMode = InputOf<typeof setSwitch>['mode'];

/** A charity, its account on X, and a curator whose takeover is open: what its people do. */
export class CharityOnStage<Account = PretendAccount> extends ToldOfCharity<Account> {
  /** Hands over texts, as a thread where there are several; the ids in order. */
  async submit(...texts: string[]): Promise<PostId[]> {
    const answer = await this.trySubmit(texts);
    if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.refusal)}`);
    return answer.value.posts.map((post) => post.postId);
  }

  trySubmit(texts: readonly string[], ids = texts.map(() => newId<PostId>()), caller = this.asCurator()) {
    const posts = texts.map((text, index) => ({ text, postId: ids[index] ?? newId<PostId>() }));
    return this.hand({ posts }, caller);
  }

  /** Hands over posts in whatever way the contract allows. */
  hand(
    submission: Omit<RequestOf<typeof submitPosts>, 'charityId' | 'takeoverId'>,
    caller = this.asCurator(),
  ) {
    const { charityId, takeoverId } = this;
    const input = submitPosts.input.parse({ charityId, takeoverId, ...submission });
    return this.stage.app.get(SubmitPosts).handle(input, caller);
  }

  /** Changes a post that waits: the text, and whatever else is named. */
  edit(
    postId: PostId,
    text: string,
    more: Partial<RequestOf<typeof editPost>> = {},
    caller = this.asCurator(),
  ) {
    const { charityId } = this;
    const input = editPost.input.parse({ charityId, postId, text, basedOn: 0, ...more });
    return this.stage.app.get(EditPost).handle(input, caller);
  }

  /** Goes on with a thread from the part that failed. */
  resume(postId: PostId, more: Partial<RequestOf<typeof resumeThread>> = {}, caller = this.asCurator()) {
    const { charityId } = this;
    const input = resumeThread.input.parse({ charityId, postId, basedOn: 0, ...more });
    return this.stage.app.get(ResumeThread).handle(input, caller);
  }

  async posts(): Promise<Post[]> {
    const { charityId, takeoverId } = this;
    const answer = await this.stage.app.get(ListPosts).handle({ charityId, takeoverId }, this.asCurator());
    return answer.ok ? answer.value.posts : [];
  }

  async states(): Promise<string[]> {
    return (await this.posts()).map(({ status }) => status.state);
  }

  async story(postId: PostId): Promise<string[]> {
    const post = (await this.posts()).find((candidate) => candidate.postId === postId);
    return post?.timeline.map(({ what }) => what) ?? [];
  }

  async setSwitch(mode: ThrownMode, reason = ''): Promise<OutputOf<typeof setSwitch>> {
    const { charityId } = this;
    const answer = await this.stage.app.get(SetSwitch).handle({ charityId, mode, reason }, this.asManager());
    if (!answer.ok) throw new Error('the switch was refused');
    return answer.value;
  }

  trySwitch(mode: ThrownMode) {
    const { charityId } = this;
    return this.stage.app.get(SetSwitch).handle({ charityId, mode, reason: '' }, this.asManager());
  }

  release(
    to: InputOf<typeof releaseSwitch>['to'] = 'off',
    held: InputOf<typeof releaseSwitch>['held'] = 'review',
  ) {
    const { charityId } = this;
    return this.stage.app.get(ReleaseSwitch).handle({ charityId, to, held, reason: '' }, this.asManager());
  }

  /** A moderator decides, about the post as it is now or as they saw it before. */
  async decide(
    postId: PostId,
    verdict: 'approve' | 'decline',
    reason = '',
    seen?: Post,
    call = this.asManager(),
  ) {
    const edition = (seen ?? (await this.posts()).find((post) => post.postId === postId))?.edition ?? 0;
    return this.stage.app
      .get(DecidePost)
      .handle({ charityId: this.charityId, postId, verdict, reason, edition }, call);
  }

  /** Its author, or the team, wants a post gone. */
  deletes(postId: PostId, by: 'author' | 'team' = 'author') {
    const caller = by === 'author' ? this.asCurator() : this.asManager();
    return this.stage.app.get(AskDeletion).handle({ charityId: this.charityId, postId }, caller);
  }

  resolve(postId: PostId, verdict: UnknownVerdict, xPost?: string) {
    return this.stage.app
      .get(ResolveUnknown)
      .handle({ charityId: this.charityId, postId, verdict, xPost }, this.asManager());
  }

  async queue(call = this.asManager()): Promise<OutputOf<typeof listReviewQueue>> {
    const answer = await this.stage.app.get(ListReviewQueue).handle({ charityId: this.charityId }, call);
    if (!answer.ok) throw new Error('the queue was refused');
    return answer.value;
  }

  withdraw(postId: PostId) {
    return this.stage.app.get(WithdrawPost).handle({ charityId: this.charityId, postId }, this.asCurator());
  }
}
