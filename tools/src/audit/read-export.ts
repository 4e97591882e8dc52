import { AuditDigest, type CharityId } from '@baton/contracts';

/** An exported audit as it was found, before anything of it is believed. */
export interface FoundExport {
  readonly charityId: CharityId;
  readonly lines: readonly { readonly text: string }[];
  readonly digests: readonly AuditDigest[];
}

/**
 * Reads an export: one text a line, digests among them wherever they stand. Everything that is no digest counts as a line of
 * the chain, so that what was made unreadable is told and not passed over. Nothing where it has no digest: then nothing
 * would speak for its last line, and whose chain it is would be its own word.
 */
export function readExport(content: string): FoundExport | undefined {
  const lines: { text: string }[] = [];
  const digests: AuditDigest[] = [];
  for (const text of content.split('\n').filter((line) => line !== '')) {
    const digest = digestIn(text);
    if (digest) digests.push(digest);
    else lines.push({ text });
  }
  const charityId = digests[0]?.charity;
  return charityId && { charityId, lines, digests };
}

function digestIn(text: string): AuditDigest | undefined {
  try {
    return AuditDigest.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
