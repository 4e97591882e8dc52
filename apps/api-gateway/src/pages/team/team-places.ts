import { type Html, html } from '../html.js';

const places = {
  manager: 'The weekend',
  rota: 'The rota',
  surveys: 'Surveys',
  'on-call': 'On call',
  'archive-review': 'The archive',
  reports: 'The reports',
  'set-up': 'The set-up',
  audit: 'The audit',
  pulse: 'Did it help?',
} as const;
export type TeamPlace = keyof typeof places;

/** Where somebody of the team can go from here; the same words in the same order on each of these pages. */
export const teamPlaces = (slug: string, here?: TeamPlace): Html =>
  html`<nav class="places" aria-label="Pages of the team">${Object.entries(places).map(([place, name]) => {
    const path = place === 'manager' ? `/manager?charity=${slug}` : `/c/${slug}/${place}`;
    return place === here
      ? html`<a href="${path}" aria-current="page">${name}</a>`
      : html`<a href="${path}">${name}</a>`;
  })}</nav>`;
