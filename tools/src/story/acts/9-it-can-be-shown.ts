import { listReports, writeReport } from '@baton/contracts';
import { waitFor } from '../wait-for.js';
import type { Weekend } from './posting.js';

/** One page for a trustee: of this weekend, as a page, a PDF and a CSV. */
export async function itCanBeShown({ stage, charity, takeover }: Weekend): Promise<void> {
  const { charityId, slug, manager } = charity;
  const { takeoverId } = takeover;
  await stage.tell.step('A trustee reads on one page how the weekend was kept', async () => {
    await waitFor('the weekend among the reports', 20_000, async () => {
      const { weekends } = await manager.does(listReports, { charityId });
      return weekends.find((one) => one.takeoverId === takeoverId && one.closedAt !== null);
    });
    const { sections } = await manager.does(writeReport, { charityId, about: 'assurance', takeoverId });
    const address = `${stage.system.gatewayOrigin}/c/${slug}/reports/assurance`;
    const about = `?takeoverId=${takeoverId}`;
    const asManager = { headers: { authorization: `Bearer ${manager.token}` } };
    const pdf = await fetch(`${address}/pdf${about}`, asManager);
    const begins = Buffer.from(await pdf.arrayBuffer())
      .subarray(0, 5)
      .toString();
    if (!pdf.ok || begins !== '%PDF-') throw new Error(`instead of a PDF came ${pdf.status}`);
    return {
      value: undefined,
      by: 'api-gateway',
      detail: `${sections.map(({ heading }) => heading.toLowerCase()).join(', ')}: ${address}${about}`,
    };
  });
}
