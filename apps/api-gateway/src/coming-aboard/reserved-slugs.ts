/** Short names that would be taken for Baton itself, in an address or at a glance. */
const reserved: ReadonlySet<string> = new Set([
  'aboard',
  'account',
  'admin',
  'api',
  'audit',
  'baton',
  'charity',
  'curator',
  'health',
  'help',
  'invitation',
  'manager',
  'metrics',
  'operator',
  'platform',
  'reference',
  'sign-in',
  'sign-out',
  'staff',
  'status',
  'support',
  'www',
]);

export const isReserved = (slug: string): boolean => reserved.has(slug);
