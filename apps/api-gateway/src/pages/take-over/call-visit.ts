import { type Brand, CallId, Language, type PublicCall, viewCall } from '@baton/contracts';
import { Injectable } from '@nestjs/common';
import { Brands } from '../../brand/brands.js';
import { type Charity, CharityDirectory } from '../../charities/charity-directory.js';
import { Refused } from '../../door/refused.js';
import type { Reply } from '../../door/request.js';
import { anySite, policyFramedBy } from '../../door/security-headers.js';
import { Front } from '../front.js';
import type { Html } from '../html.js';
import { page } from '../layout.js';
import { conditionStyle } from './condition-style.js';

/** Which call of which charity. */
export interface At {
  readonly slug: string;
  readonly callId: string;
}

/** Somebody at a call, on Baton's own page or in a frame on one of the charity's. */
export interface Visit {
  readonly charity: Charity;
  readonly call: PublicCall;
  readonly isFramed: boolean;
  /** Where its form is sent. */
  readonly action: string;
}

export interface Wanted {
  readonly language?: string | undefined;
  readonly version?: number | undefined;
}

const mostRemembered = 10_000;

@Injectable()
export class CallVisits {
  constructor(
    private readonly front: Front,
    private readonly charities: CharityDirectory,
    private readonly brands: Brands,
  ) {}

  /** The sites that may frame each call, as they were last heard: also when nobody can be asked. */
  private readonly framedBy = new Map<string, readonly string[]>();

  async charity(slug: string): Promise<Charity> {
    const charity = await this.charities.bySlug(slug);
    if (!charity) throw new Refused('notFound');
    return charity;
  }

  /** A language or a version that the call does not have is its main or its newest one. */
  async at(slug: string, callId: string, isFramed: boolean, wanted: Wanted = {}): Promise<Visit> {
    const charity = await this.charity(slug);
    const id = CallId.safeParse(callId);
    if (!id.success) throw new Refused('notFound');
    const language = Language.safeParse(wanted.language).data;
    const which = { charityId: charity.charityId, callId: id.data, language };
    const call = await this.front.read(viewCall, { ...which, version: wanted.version });
    this.remember(call);
    return { charity, call, isFramed, action: actionOf(slug, callId, isFramed) };
  }

  async show(reply: Reply, visit: Visit, content: Html, status = 200): Promise<void> {
    const { call, isFramed } = visit;
    if (isFramed) this.allowFrame(reply, call.embedOn);
    const look = { language: call.language, ownStyle: conditionStyle(call.questions), isFramed };
    const shown = page(call.title, content, await this.brandOf(visit.charity), look);
    await reply.status(status).type('text/html; charset=utf-8').send(shown);
  }

  /** A page that says something of no call, where its form was sent from: also in a frame, and with nobody to ask. */
  async showPlain(
    reply: Reply,
    { at, isFramed, language }: { at: At; isFramed: boolean; language: Language },
    { title, content, status }: { title: string; content: Html; status: number },
  ): Promise<void> {
    if (isFramed) this.allowFrame(reply, this.framedBy.get(at.callId) ?? anySite);
    const shown = page(title, content, null, { language, isFramed });
    await reply.status(status).type('text/html; charset=utf-8').send(shown);
  }

  private allowFrame(reply: Reply, sites: readonly string[]): void {
    reply.header('content-security-policy', policyFramedBy(sites));
    reply.header('cross-origin-resource-policy', 'cross-origin');
  }

  /** Forgetting everything at once keeps the memory bounded. */
  private remember({ callId, embedOn }: PublicCall): void {
    if (this.framedBy.size >= mostRemembered) this.framedBy.clear();
    this.framedBy.set(callId, embedOn);
  }

  brandOf({ charityId }: Charity): Promise<Brand | null> {
    return this.brands.of(charityId);
  }
}

export const actionOf = (slug: string, callId: string, isFramed: boolean): string =>
  `/c/${slug}/calls/${callId}${isFramed ? '/embed' : ''}`;
