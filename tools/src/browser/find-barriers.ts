import axe from 'axe-core';
import type { Page } from 'playwright-core';

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** Off in axe by default, promised here: contrast of 7:1, room for a shaky finger, a name that says what is seen. */
const morePromises = ['color-contrast-enhanced', 'target-size', 'label-content-name-mismatch'];
const rules = JSON.stringify(Object.fromEntries(morePromises.map((rule) => [rule, { enabled: true }])));

/** What would keep somebody from using the page as it stands: each as a line, none where all is well. */
export async function findBarriers(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate<Violation[]>(
    `axe.run(document, { rules: ${rules} }).then(({ violations }) => violations)`,
  );
  const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
    ...(overflow > 0 ? [`scrolls sideways by ${overflow} px`] : []),
  ];
}
