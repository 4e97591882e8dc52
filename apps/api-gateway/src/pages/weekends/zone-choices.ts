import { html } from '../html.js';

/** For fields of a time zone, by `list="zones"`: the places that can be meant, while somebody types. */
export const zoneChoices = html`<datalist id="zones">${Intl.supportedValuesOf('timeZone').map((zone) => html`<option value="${zone}">`)}</datalist>`;
