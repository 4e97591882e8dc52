/** A file of the archive: JSON Lines, one record a line. A field that is not named here never leaves its service. */
export interface ExportedFile {
  readonly about: string;
  readonly fields: Readonly<Record<string, string>>;
}

export const curatorId = 'the curator, by pseudonymous id';
export const penName = 'the name the curator goes by here';
