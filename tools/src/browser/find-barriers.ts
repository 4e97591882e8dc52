import axe from 'axe-core';
import type { Page } from 'playwright-core';

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** Off in axe by default, promised here: contrast of 7:1, room for a shaky finger, a name that says what is seen. */
const morePromises = ['color-contrast-enhanced', 'target-size', 'label-content-name-mismatch'];
const rules = JSON.stringify(Object.fromEntries(morePromises.map((rule) => [rule, { enabled: true }])));

/** All that can be different in another colour scheme. */
const ofColours = JSON.stringify(['color-contrast', 'color-contrast-enhanced', 'link-in-text-block']);

/** What would keep somebody from using the page as it stands: each as a line, none where all is well. */
export async function findBarriers(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return [...(await violationsOn(page, `{ rules: ${rules} }`)), ...(await sidewaysOn(page))];
}

/** The same in other colours, of a page that was looked at already. */
export async function findBarriersInColours(page: Page): Promise<string[]> {
  return violationsOn(page, `{ runOnly: ${ofColours} }`);
}

async function violationsOn(page: Page, how: string): Promise<string[]> {
  const violations = await page.evaluate<Violation[]>(
    `axe.run(document, ${how}).then(({ violations }) => violations)`,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

async function sidewaysOn(page: Page): Promise<string[]> {
  const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
  return overflow > 0 ? [`scrolls sideways by ${overflow} px`] : [];
}
