import type { ExportId, OutputOf, viewExport } from '@baton/contracts';
import type { ExportRow } from './exports.js';

export function shownExport(exportId: ExportId, row: ExportRow): OutputOf<typeof viewExport> {
  const { state, bytes, parts, expires_at: expiresAt } = row;
  if (state !== 'ready') return { exportId, state, bytes: null, parts: null, expiresAt: null };
  return { exportId, state, bytes, parts, expiresAt: expiresAt?.toISOString() ?? null };
}
