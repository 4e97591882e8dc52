import type { Call } from './call-row.js';

/** What a charity copies into a page of its own, to show the form there. */
export const embedCodeOf = (publicOrigin: string, slug: string, { callId, content }: Call): string =>
  `<iframe src="${publicOrigin}/c/${slug}/calls/${callId}/embed" title="${escaped(content.title)}" width="100%" height="1200" style="border:0"></iframe>`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (one) => entities[one] ?? '');
