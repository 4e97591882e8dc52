import type { listPulses, listPulseWords, OutputOf, viewEngagement } from '@baton/contracts';
import type { Charity } from '../../charities/charity-directory.js';
import { type Html, html } from '../html.js';
import { moment, page } from '../layout.js';
import { teamPlaces } from '../team/team-places.js';
import { press } from '../weekends/weekend-words.js';
import { engagementPanel } from './engagement-panel.js';
import { figuresTables, tableStyle } from './figures-table.js';

export type NamedPulse = OutputOf<typeof listPulses>['pulses'][number] & { readonly penName: string };
type Written = OutputOf<typeof listPulseWords>['words'][number];

export const teamPulsesPage = ({ slug, zone }: Charity, pulses: readonly NamedPulse[]): string =>
  page(
    'Did it help?',
    html`<h1>Did it help?</h1>
<p>For a week after each takeover, followers say whether it helped. Put <code>{pulse}</code> into the sign-off of your policy, and it leads them
there. A post with a link costs more at X.</p>
${
  pulses.length > 0
    ? pulses.map(
        (pulse) =>
          html`<section class="panel"><h2>${pulse.penName}</h2>${soFar(pulse, zone)}<p><a href="/c/${slug}/pulse/${pulse.takeoverId}">Words and engagement, ${pulse.penName}, ${moment(pulse.opensAt, zone)}</a></p></section>`,
      )
    : html`<p class="soft">No takeover has ended yet.</p>`
}
${teamPlaces(slug, 'pulse')}`,
    null,
    { ownStyle: tableStyle },
  );

const soFar = ({ figures, setAside, state, closesAt, code }: NamedPulse, zone: string): Html =>
  html`<p>${state === 'open' ? html`Open until ${moment(closesAt, zone)}.` : html`Over since ${moment(closesAt, zone)}.`} <strong>${figures.answered}</strong> ${figures.answered === 1 ? 'answer counts' : 'answers count'}.</p>
${setAside > 0 ? html`<p>${setAside} more ${setAside === 1 ? 'was' : 'were'} set aside, because too many came from one place.${setAside > figures.answered ? ' Somebody may have tried to sway these figures: please read them with care.' : null}</p>` : null}
${figures.answered > 0 ? figuresTables(figures) : null}
<p><a href="/p/${code}">The page that followers see</a></p>`;

export const teamPulsePage = (
  { slug, zone }: Charity,
  {
    pulse,
    engagement,
    words,
  }: {
    pulse: NamedPulse;
    engagement: OutputOf<typeof viewEngagement> | undefined;
    words: readonly Written[] | undefined;
  },
): string =>
  page(
    `Did it help? ${pulse.penName}`,
    html`<h1>Did it help? ${pulse.penName}</h1>
${soFar(pulse, zone)}
<h2>How posts fared on X</h2>
${engagement ? engagementPanel(engagement, zone) : html`<p class="soft">This cannot be seen just now.</p>`}
${words ? html`<h2>What followers wrote (${words.length})</h2>${written(words, { zone, path: `/c/${slug}/pulse/${pulse.takeoverId}` })}` : null}
<p><a href="/c/${slug}/pulse">All weekends</a></p>
${teamPlaces(slug)}`,
    null,
    { ownStyle: tableStyle },
  );

const written = (words: readonly Written[], at: { zone: string; path: string }): Html =>
  words.length > 0
    ? html`${words.map((one, index) => wordsPanel(one, index + 1, at))}`
    : html`<p class="soft">Nobody has written anything.</p>`;

const wordsPanel = (
  { answerId, answeredAt, words, hidden, mayBeShown }: Written,
  number: number,
  { zone, path }: { zone: string; path: string },
): Html =>
  html`<section class="panel"><h3>Number ${number}</h3><p class="soft">${moment(answeredAt, zone)}</p>
${
  hidden
    ? html`<p>${hidden.words}</p>${press(`${path}/looks`, `Show me number ${number}`, { fields: { answerId }, quiet: true })}`
    : html`<blockquote class="typed">${words}</blockquote>`
}
<p>${mayBeShown ? 'It stands in the report of this takeover.' : 'It stands in no report.'}</p>
${
  hidden && !mayBeShown
    ? null
    : press(
        `${path}/showing`,
        mayBeShown ? `Keep number ${number} out of the report` : `Let number ${number} stand in the report`,
        { fields: { answerId, mayBeShown: mayBeShown ? 'no' : 'yes' }, quiet: true },
      )
}</section>`;
