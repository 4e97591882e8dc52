import { type MessageId, ownLinkLivesDays } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import type { CharityOnStage } from './charity-on-stage.js';
import type { Stage } from './stage.js';

const anyone = { kind: 'anyone' } as const;

export const dayMs = 86_400_000;
export const linkLivesMs = ownLinkLivesDays * dayMs;

/** What an applicant does with the link in a mail. */
export class OwnPageOnStage {
  constructor(
    private readonly stage: Stage,
    private readonly charity: CharityOnStage,
  ) {}

  /** The token in the newest mail to an address that has one. */
  async linkOf(email: string): Promise<string> {
    const tokens = (await this.charity.mailsTo(email)).flatMap(
      ({ text }) => /\/application\?token=(\S+)/.exec(text)?.[1] ?? [],
    );
    const newest = tokens.at(-1);
    if (!newest) throw new Error('no mail has a link to an own page');
    return newest;
  }

  view(token: string) {
    return this.stage.call('view-own-application', { ...this.which, token }, anyone);
  }

  answer(token: string, text: string, messageId = newId<MessageId>()) {
    return this.stage.call('answer-team', { ...this.which, token, messageId, text }, anyone);
  }

  withdraw(token: string) {
    return this.stage.call('withdraw-application', { ...this.which, token }, anyone);
  }

  askForLink(email: string) {
    return this.stage.call('request-own-link', { ...this.which, email }, anyone);
  }

  private get which() {
    return { charityId: this.charity.charityId };
  }
}
