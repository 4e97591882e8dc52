import { type ExportedFile, exportedFiles } from '@baton/contracts';

/** Explains every file and field of an archive; drawn from what the files are declared with. */
export function readmeOfArchive(charityName: string, madeAt: Date): string {
  const services = Object.entries<Record<string, ExportedFile>>(exportedFiles);
  const files = services.flatMap(([service, declared]) =>
    Object.entries(declared).map(([file, words]) => sectionOf(`${service}/${file}.jsonl`, words)),
  );
  return [`# ${charityName}`, introduction(madeAt), '## Files', ...files, audit].join('\n\n');
}

const introduction = (
  madeAt: Date,
): string => `Everything Baton held of this charity on ${madeAt.toISOString()}.

Each \`.jsonl\` file is JSON Lines: one record a line, in UTF-8. Instants are ISO 8601 in UTC. A field is \`null\` where there is
nothing. Pictures are under \`pictures/\`, named by their id.

Curators are in it by pseudonymous id and by the name they go by here. Who they are, how to reach them and what they wrote
about themselves is not: please do not add it. Keys and tokens of the X account are not in it either.`;

const sectionOf = (path: string, { about, fields }: ExportedFile): string => {
  const lines = Object.entries(fields).map(([name, meaning]) => `- \`${name}\`: ${meaning}`);
  return [`### ${path}`, about, lines.join('\n')].join('\n\n');
};

const audit = `## The audit

Each line of \`api-gateway/audit.jsonl\` names the SHA-256 of the line before it in \`previous\`. Hash a line as it stands, without
its line break, and compare: where they differ, the lines were changed. The lines at the end that have a \`day\` are the digests
that were published; their \`hash\` is that of the line with their \`number\`.
`;
