import { type Html, html } from './html.js';

const places = {
  '/curator': 'Your page',
  '/curator/weekends': 'Weekends',
  '/curator/advice': 'Advice',
  '/curator/agreement': 'Agreement',
  '/curator/rehearsal': 'Rehearsal',
  '/curator/buddies': 'Buddies',
  '/curator/surveys': 'Your questions',
  '/curator/archive': 'The archive',
  '/curator/part': 'Your part',
} as const;
export type CuratorPlace = keyof typeof places;

/** Where a curator can go from here; the same words in the same order on each of their pages. */
export const curatorPlaces = (here?: CuratorPlace): Html =>
  html`<nav class="places" aria-label="Your pages">${Object.entries(places).map(([path, name]) =>
    path === here
      ? html`<a href="${path}" aria-current="page">${name}</a>`
      : html`<a href="${path}">${name}</a>`,
  )}</nav>`;
