import type { XPost } from './timeline-page.js';

/**
 * A post's text as its writer typed it: X escapes `&`, `<` and `>`, writes every link as t.co, and adds a
 * link for the pictures.
 */
export function readableText({ text, entities }: Pick<XPost, 'text' | 'entities'>): string {
  let readable = text;
  for (const { url, expanded_url: target } of entities.urls) {
    readable = readable.replaceAll(url, () => (isPicture(target) ? '' : target));
  }
  return readable.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').trim();
}

const isPicture = (target: string): boolean => /\/status\/\d+\/(?:photo|video)\/\d+$/.test(target);
