import type { OutputOf, ServiceName, viewOnAir } from '@baton/contracts';
import type { Charity } from '../charities/charity-directory.js';
import { type Html, html } from './html.js';
import { moment, page } from './layout.js';

export type OnAir = OutputOf<typeof viewOnAir>;
export interface CharityAtAGlance {
  readonly charity: Charity;
  /** Undefined where scheduling does not answer. */
  readonly onAir: OnAir | undefined;
}
export interface ServiceAtAGlance {
  readonly service: ServiceName;
  readonly answers: boolean;
}

export function startPage(
  charities: readonly CharityAtAGlance[],
  services: readonly ServiceAtAGlance[],
): string {
  return page(
    'Start',
    html`<h1>Hand your charity’s account to someone living with the condition, every weekend</h1>
<p>No password handed over, nobody outed, and control back within a second.</p>
<h2>Charities</h2>
${charities.length > 0 ? charities.map(charityPanel) : html`<p>No charity is aboard yet. Whoever runs this installation can add one with the <a href="/reference">API</a>.</p>`}
<h2>Is everything running?</h2>
<ul class="plain">${services.map(
      ({ service, answers }) =>
        html`<li>${answers ? '✓' : '✗'} ${service} ${answers ? 'answers' : 'does not answer just now'}</li>`,
    )}</ul>`,
  );
}

const charityPanel = ({ charity, onAir }: CharityAtAGlance): Html =>
  html`<section class="panel"><h3><a href="/c/${charity.slug}">${charity.name}</a></h3>${onAirWords(onAir, charity.zone)}</section>`;

/** Who has the account, in a sentence; says nothing about who an anonymous curator is. */
export function onAirWords(onAir: OnAir | undefined, zone: string): Html {
  if (!onAir)
    return html`<p class="soft">Who is curating cannot be shown just now. Please look again in a moment.</p>`;
  const { now, next } = onAir;
  return html`${
    now
      ? html`<p><strong>${now.knownAs ?? 'Someone living with the condition'}</strong> has the account until ${moment(now.closesAt, zone)}.</p>`
      : html`<p>The charity’s own team has the account.</p>`
  }${next ? html`<p class="soft">Next: ${next.knownAs ?? 'someone living with the condition'}, from ${moment(next.opensAt, zone)}.</p>` : null}`;
}
