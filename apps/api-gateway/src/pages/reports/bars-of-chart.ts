import type { ReportCell, ReportTable } from '@baton/contracts';

/** One line of a chart, in parts of its width from 0 to 1. */
export interface Bar {
  readonly label: string;
  /** Where a bar begins and ends; of a range, its middle. */
  readonly from: number;
  readonly to: number;
  readonly low: number | null;
  readonly high: number | null;
}

export interface DrawnChart {
  readonly kind: 'bars' | 'ranges';
  readonly alt: string;
  readonly bars: readonly Bar[];
  /** Where nought is; null where it is the left edge. */
  readonly nought: number | null;
}

/** The chart of a table, ready to be drawn on whatever it is drawn on. Undefined: it has none. */
export function barsOf({ chart, rows }: ReportTable): DrawnChart | undefined {
  if (!chart) return undefined;
  const { kind, alt, from, to } = chart;
  const place = (value: number): number => Math.min(1, Math.max(0, (value - from) / (to - from)));
  const at = (row: readonly ReportCell[], column: number | undefined): number | null => {
    const cell = column === undefined ? null : row[column];
    return typeof cell === 'number' ? place(cell) : null;
  };
  const bars = rows.flatMap((row): Bar[] => {
    const value = at(row, chart.value);
    if (value === null) return [];
    const [low, high] = [at(row, chart.low), at(row, chart.high)];
    const start = kind === 'bars' ? place(0) : value;
    return [
      {
        label: String(row[chart.label] ?? ''),
        from: Math.min(start, value),
        to: Math.max(start, value),
        low,
        high,
      },
    ];
  });
  return { kind, alt, bars, nought: from < 0 ? place(0) : null };
}
