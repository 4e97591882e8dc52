import type { ReportCell, ReportChart, ReportSection, ReportTable } from '@baton/contracts';

export type Block = ReportSection['blocks'][number];
type Column = ReportTable['columns'][number];

export const prose = (text: string): Block => ({ kind: 'prose', text });
export const given = (text: string): Block => ({ kind: 'given', text });

export const table = (
  caption: string,
  columns: readonly (readonly [name: string, unit: Column['unit']])[],
  rows: readonly (readonly ReportCell[])[],
  chart: ReportChart | null = null,
): ReportTable => ({
  kind: 'table',
  caption,
  columns: columns.map(([name, unit]) => ({ name, unit })),
  rows: rows.map((row) => [...row]),
  chart,
});

/** Left out where there is nothing to say under it. */
export const section = (heading: string, ...blocks: readonly (Block | null)[]): ReportSection[] => {
  const said = blocks.filter((block) => block !== null);
  return said.length > 0 ? [{ heading, blocks: said }] : [];
};

/** 1 weekend, 2 weekends. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
