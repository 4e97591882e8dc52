import type { Finding } from '@baton/contracts';

const checkNames: Record<Finding['check'], string> = {
  contactDetails: 'contact details',
  length: 'its length',
  altText: 'a picture without a description',
  controlCharacters: 'an invisible character',
  attachments: 'what is attached',
};

/** Names, never the findings' place or words: a story outlives the text. */
export function whatWasFound(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'Checked: nothing was found.';
  return `Checked: ${[...new Set(findings.map(({ check }) => checkNames[check]))].join(', ')}.`;
}
