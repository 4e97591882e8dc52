import {
  type CuratorId,
  type Draft,
  type DraftId,
  type DraftState,
  downloadWords,
  type OutputOf,
  type RequestOf,
  type Result,
  saveDraft,
} from '@baton/contracts';
import { newId } from '@baton/service-kit';
import type { INestApplicationContext } from '@nestjs/common';
import { DiscardDraft } from '../drafts/discard-draft.js';
import { DownloadWords } from '../drafts/download-words.js';
import { ListDrafts } from '../drafts/list-drafts.js';
import { RestoreDraft } from '../drafts/restore-draft.js';
import { SaveDraft } from '../drafts/save-draft.js';
import { ViewDraft } from '../drafts/view-draft.js';
import type { CharityOnStage } from './charity-on-stage.js';

type Saved = OutputOf<typeof saveDraft>;
type Content = Omit<RequestOf<typeof saveDraft>, 'charityId' | 'draftId' | 'basedOn'>;

export const newDraftId = (): DraftId => newId<DraftId>();
export const texts = (...all: string[]): Content => ({ posts: all.map((text) => ({ text })) });

interface Downloaded extends Omit<OutputOf<typeof downloadWords>, 'next'> {
  readonly pages: number;
  /** Bytes of the largest page. */
  readonly largest: number;
}

/** A curator and what they prepare, as the contract allows it. */
export class CuratorAtWork {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly charity: CharityOnStage,
    readonly curatorId: CuratorId = charity.curatorId,
  ) {}

  trySave(draftId: DraftId, basedOn: number, content: Content) {
    const request = { charityId: this.charity.charityId, draftId, basedOn, ...content };
    return this.app.get(SaveDraft).handle(saveDraft.input.parse(request), this.call);
  }

  async save(draftId: DraftId, basedOn: number, content: Content): Promise<Saved> {
    return given(await this.trySave(draftId, basedOn, content));
  }

  async view(draftId: DraftId): Promise<Draft | undefined> {
    const answer = await this.app.get(ViewDraft).handle(this.draft(draftId), this.call);
    return answer.ok ? answer.value : undefined;
  }

  discard(draftId: DraftId) {
    return this.app.get(DiscardDraft).handle(this.draft(draftId), this.call);
  }

  restore(draftId: DraftId) {
    return this.app.get(RestoreDraft).handle(this.draft(draftId), this.call);
  }

  /** The texts of all drafts in this state, the newest first. */
  async drafts(state: DraftState = 'open'): Promise<string[]> {
    const { charityId } = this.charity;
    const { drafts } = given(await this.app.get(ListDrafts).handle({ charityId, state }, this.call));
    return drafts.map(({ opening }) => opening);
  }

  /** Every page of their own words. */
  async download(): Promise<Downloaded> {
    const all = { words: [] as Downloaded['words'], text: '', pages: 0, largest: 0 };
    let next: string | null | undefined;
    do {
      const input = { charityId: this.charity.charityId, ...(next ? { after: next } : {}) };
      const answer = await this.app.get(DownloadWords).handle(downloadWords.input.parse(input), this.call);
      const page = downloadWords.output.parse(given(answer));
      all.words.push(...page.words);
      all.text += page.text;
      all.pages += 1;
      all.largest = Math.max(all.largest, Buffer.byteLength(JSON.stringify(page)));
      next = page.next;
    } while (next);
    return all;
  }

  private draft(draftId: DraftId) {
    return { charityId: this.charity.charityId, draftId };
  }

  private get call() {
    return this.charity.asCurator(this.curatorId);
  }
}

function given<Value>(answer: Result<Value>): Value {
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.refusal)}`);
  return answer.value;
}
