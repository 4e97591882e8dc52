/**
 * What stays of a charity that was erased, each with its reason. `erase_charity()` empties every other table that has a
 * `charity_id`, so a new one has to be argued for here. `*` stands for the schema of every service. All of it is ids,
 * times and hashes: nothing a person typed.
 */
export const keptTables: Readonly<Record<string, string>> = {
  '*.erased_charity': 'that it was erased: whatever is heard of it afterwards is not applied',
  'api_gateway.inbox':
    'which facts have been handled: the audit hears its last lines after the erasing, and each of them once',
  'api_gateway.audit_chain': 'that there is an audit: one that has vanished is missed',
  'api_gateway.audit_line': 'the audit itself, by pseudonym: it proves what was done, the erasing included',
  'api_gateway.audit_digest': 'what was published of the audit, and what it is proved against',
};

/** The kept ones among the tables of a schema. */
export const keptIn = (schema: string): string[] =>
  Object.keys(keptTables).flatMap((table) => {
    const [of, name = ''] = table.split('.');
    return of === '*' || of === schema ? [name] : [];
  });
