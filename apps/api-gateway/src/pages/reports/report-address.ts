import { CalendarDate, type RequestOf, TakeoverId, type writeReport } from '@baton/contracts';

/** Of which weekend or days, as the address says. */
export interface Which {
  readonly takeoverId?: TakeoverId;
  readonly from?: string;
  readonly to?: string;
}

export type Asked = Readonly<Record<string, unknown>>;

/** What cannot be read is left out; the operation says what is missing. */
export function whichIn(query: Asked): Which {
  const takeoverId = TakeoverId.safeParse(query['takeoverId']);
  if (takeoverId.success) return { takeoverId: takeoverId.data };
  const [from, to] = [CalendarDate.safeParse(query['from']), CalendarDate.safeParse(query['to'])];
  return { ...(from.success && { from: from.data }), ...(to.success && { to: to.data }) };
}

export type About = RequestOf<typeof writeReport>['about'];

export function addressOf(slug: string, about: About, which: Which, form: '' | '/pdf' | '/csv' = ''): string {
  const days = Object.entries(which).map(([name, value]): [string, string] => [name, String(value)]);
  return `/c/${slug}/reports/${about}${form}?${new URLSearchParams(days)}`;
}

/** shine-ms-assurance-2026-01-01-2026-12-31.pdf */
export const fileName = (slug: string, about: About, which: Which, ending: 'pdf' | 'csv'): string =>
  `${slug}-${about}-${Object.values(which).join('-')}.${ending}`;
