import type { Finding } from '@baton/contracts';

const vaguely = {
  span: null,
  explanation: 'Something in this post may tell who its author is.',
  suggestion: 'Its author sees what is meant while they write. Best to ask them before it goes.',
} as const;

/**
 * Findings as they are kept with a post, for the team to read. That a certain word is the author's surname is for the author
 * alone, who is told while they write: to anybody else it would be the proof.
 */
export function asKept(findings: readonly Finding[]): Finding[] {
  const kept = new Map(
    findings.map((finding, nth) =>
      finding.check === 'ownIdentity'
        ? [`own ${finding.picture}`, { ...finding, ...vaguely }]
        : [`${nth}`, finding],
    ),
  );
  return [...kept.values()];
}
