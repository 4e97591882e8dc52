import {
  type checkRehearsalPost,
  type listRehearsal,
  type MadeUpMessageName,
  type OutputOf,
  type PostId,
  type RehearsedPost,
  type RequestOf,
  type Result,
  rehearsePosts,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import type { INestApplicationContext } from '@nestjs/common';
import { CheckRehearsalPost } from '../rehearsing/check-rehearsal-post.js';
import { ClearRehearsal } from '../rehearsing/clear-rehearsal.js';
import { ListRehearsal } from '../rehearsing/list-rehearsal.js';
import { ParkRehearsalMessage } from '../rehearsing/park-rehearsal-message.js';
import { RehearsePosts } from '../rehearsing/rehearse-posts.js';
import { WithdrawRehearsalPost } from '../rehearsing/withdraw-rehearsal-post.js';
import type { CharityOnStage } from './charity-on-stage.js';

/** A curator who tries posting where nobody sees it. */
export class CuratorRehearsing<Account> {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly charity: CharityOnStage<Account>,
    private readonly curatorId = charity.curatorId,
  ) {}

  /** In whatever way the contract allows. */
  tryPosts(request: Omit<RequestOf<typeof rehearsePosts>, 'charityId'>) {
    const { charityId } = this.charity;
    const wish = rehearsePosts.input.parse({ charityId, ...request });
    return this.app.get(RehearsePosts).handle(wish, this.call);
  }

  tryTexts(texts: readonly string[], ids = texts.map(() => newId<PostId>())) {
    return this.tryPosts({ posts: texts.map((text, at) => ({ text, postId: ids[at] ?? newId<PostId>() })) });
  }

  /** Texts, as a thread where there are several. */
  async posts(...texts: string[]): Promise<RehearsedPost[]> {
    return given(await this.tryTexts(texts)).posts;
  }

  async look(): Promise<OutputOf<typeof listRehearsal>> {
    return given(await this.tryLook());
  }

  tryLook() {
    return this.app.get(ListRehearsal).handle({ charityId: this.charity.charityId }, this.call);
  }

  async check(text: string): Promise<OutputOf<typeof checkRehearsalPost>> {
    const { charityId } = this.charity;
    const content = { charityId, text, mediaIds: [], poll: null };
    return given(await this.app.get(CheckRehearsalPost).handle(content, this.call));
  }

  undo(postId: PostId) {
    const { charityId } = this.charity;
    return this.app.get(WithdrawRehearsalPost).handle({ charityId, postId }, this.call);
  }

  park(message: MadeUpMessageName, parked = true) {
    const { charityId } = this.charity;
    return this.app.get(ParkRehearsalMessage).handle({ charityId, message, parked }, this.call);
  }

  clear() {
    return this.app.get(ClearRehearsal).handle({ charityId: this.charity.charityId }, this.call);
  }

  private get call() {
    return this.charity.asCurator(this.curatorId);
  }
}

function given<Value>(answer: Result<Value>): Value {
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.refusal)}`);
  return answer.value;
}
