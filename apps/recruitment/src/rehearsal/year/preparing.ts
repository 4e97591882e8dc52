import { rehearsalDone } from '@baton/contracts';
import { accepted, type CharityOnStage, type CuratorOnStage } from '../charity-on-stage.js';
import type { Stage } from '../stage.js';

/** What somebody does of their list, a step on another day. */
export class Preparing {
  constructor(
    private readonly stage: Stage,
    private readonly charity: CharityOnStage,
  ) {}

  async readsAdvice({ caller }: CuratorOnStage): Promise<void> {
    const { charityId } = this.charity;
    const { pages } = accepted(await this.stage.call('view-advice', { charityId }, caller));
    for (const { pageId } of pages)
      accepted(await this.stage.call('mark-advice-read', { charityId, pageId }, caller));
  }

  rehearses({ curatorId }: CuratorOnStage): Promise<void> {
    const fact = { subject: curatorId, revision: 1, data: { curatorId } };
    return this.stage.says(rehearsalDone, this.charity.charityId, fact);
  }

  async agrees(curator: CuratorOnStage): Promise<void> {
    accepted(await this.charity.agree(curator, await this.charity.agreement()));
  }

  async stateOf({ caller }: CuratorOnStage) {
    const { charityId } = this.charity;
    const answer = await this.stage.call('view-my-preparation', { charityId }, caller);
    return answer.ok ? answer.value.state : 'left';
  }
}
