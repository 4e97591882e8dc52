import type { Brand } from '@baton/contracts';
import type { Charity } from '../charities/charity-directory.js';
import { html } from './html.js';
import { page } from './layout.js';
import { type OnAir, onAirWords } from './start-page.js';

export function charityPage(charity: Charity, onAir: OnAir | undefined, brand: Brand | null): string {
  return page(
    charity.name,
    html`${brand?.logoDescription ? html`<p><img class="logo" src="/c/${charity.slug}/logo" alt="${brand.logoDescription}"></p>` : null}<h1>${charity.name}</h1>
<div class="panel">${onAirWords(onAir, charity.zone)}</div>
<p><a href="/c/${charity.slug}/calendar.ics">Who curates when, for your own calendar</a></p>
<h2>What is a takeover?</h2>
<p>For a weekend, ${charity.name} hands its X account to a person living with the condition. They share their
ordinary life, ask questions and answer yours. They never get the password, and they show only as much of
themselves as they like.</p>
<p><a href="/c/${charity.slug}/take-over">Take us over</a></p>
<p><a href="/c/${charity.slug}/archive">What curators have shared: the archive</a></p>
<h2>For curators and the team</h2>
<p><a href="/sign-in/${charity.slug}">Sign in to ${charity.name}</a></p>
<h2>Do you know somebody?</h2>
<p><a href="/c/${charity.slug}/nominate">Suggest somebody for a weekend</a></p>`,
    brand,
  );
}
