import type { Measured } from './measure-idle-ticks.js';

/** More than that, and an idle look costs the more the more is ahead. */
export const mostTimesAsSlow = 3;

/** How many times as long the slowest look takes as the same one in the first row. */
export const slowest = (measured: readonly Measured[]): number =>
  Math.max(
    ...measured.flatMap((row) => [times(measured, row, 'handoverMs'), times(measured, row, 'timerMs')]),
  );

/** In Markdown: a row for each size, each clock with its ratio to the first row. */
export function tableOfTicks(measured: readonly Measured[]): string {
  const rows = measured.map((row) => [
    row.ahead.toLocaleString('en'),
    ...(['handoverMs', 'timerMs'] as const).flatMap((clock) => [
      `${row[clock].toFixed(2)} ms`,
      `${times(measured, row, clock).toFixed(2)} ×`,
    ]),
  ]);
  const header = ['takeovers and timers ahead', 'handover clock', '', 'timer clock', ''];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(header), line(['--:', '--:', '--:', '--:', '--:']), ...rows.map(line)].join('\n');
}

const times = ([first]: readonly Measured[], row: Measured, clock: 'handoverMs' | 'timerMs'): number =>
  row[clock] / (first?.[clock] ?? row[clock]);
