import { appendMedia, beginMedia, type Caller, finishMedia, isRefusal, MediaId } from '@baton/contracts';
import { Requests } from '@baton/messaging';
import { Injectable } from '@nestjs/common';
import { practicePicture } from './practice-picture.js';
import type { RehearsalForm } from './rehearsal-form.js';

/** Hands the practice picture over as a curator's own, by the same three operations as any other; repeating it is harmless. */
@Injectable()
export class HandOverPracticePicture {
  private drawn: Promise<Buffer> | undefined;

  constructor(private readonly requests: Requests) {}

  /** Why it was refused, in words; nothing where it is there. */
  async handOver(
    caller: Extract<Caller, { kind: 'curator' }>,
    form: Pick<RehearsalForm, 'mediaId' | 'altText'>,
  ): Promise<string | undefined> {
    this.drawn ??= practicePicture();
    const bytes = await this.drawn;
    const which = { charityId: caller.charityId, mediaId: MediaId.parse(form.mediaId) };
    const begun = await this.requests.call(
      beginMedia,
      { ...which, byteLength: bytes.length, altText: form.altText },
      { caller },
    );
    if (isRefusal(begun)) return begun.refusal.message;
    if (begun.value.nextIndex === 0) {
      const chunk = { ...which, index: 0, base64: bytes.toString('base64') };
      const appended = await this.requests.call(appendMedia, chunk, { caller });
      if (isRefusal(appended)) return appended.refusal.message;
    }
    const finished = await this.requests.call(finishMedia, which, { caller });
    return isRefusal(finished) ? finished.refusal.message : undefined;
  }
}
