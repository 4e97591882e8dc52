import type { listTakeovers, OutputOf } from '@baton/contracts';
import { type Html, html } from './html.js';
import { moment } from './layout.js';

type Takeover = OutputOf<typeof listTakeovers>['takeovers'][number];

export const windowWords = ({ state, closesAt }: Takeover, zone: string): Html =>
  state === 'closed'
    ? html`ended ${moment(closesAt, zone)}`
    : state === 'open'
      ? html`open until ${moment(closesAt, zone)}`
      : html`booked, until ${moment(closesAt, zone)}`;

export const signOutForm = html`<form method="post" action="/sign-out"><button class="quiet" type="submit">Sign out</button></form>`;
