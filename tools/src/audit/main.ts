import { verifyAudit } from './verify-audit.js';

/** `npm run audit:verify`. */
process.exitCode = await verifyAudit({
  args: process.argv.slice(2),
  databaseUrl: process.env['DATABASE_URL'],
  say: console.log,
  complain: console.error,
});
