import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { learnedFromSamples, whereLearned } from '@baton/checks';
import { allEvents, allOperations, toAsyncApi, toEventPages, toOpenApi } from '@baton/contracts';
import { mailsPage } from './mails-page.js';
import { outcomesParts } from './outcomes-parts.js';
import { policyParts } from './policy-parts.js';
import { withDrawnParts } from './with-drawn-parts.js';

/**
 * Writes the documents that are drawn from the code into `docs/`, and what the checks learn from samples, or with `--check` only tells
 * which of them are stale (exit code 1). Run from the root of the checkout.
 */
const documents: Record<string, string> = {
  [whereLearned]: learnedFromSamples(),
  'docs/openapi.json': asJson(toOpenApi(allOperations)),
  'docs/asyncapi.json': asJson(toAsyncApi(allEvents)),
  'docs/mails/README.md': mailsPage(),
  'docs/outcomes.md': withDrawnParts(readIfThere('docs/outcomes.md') ?? '', outcomesParts()),
  'docs/policy.md': withDrawnParts(readIfThere('docs/policy.md') ?? '', policyParts()),
  ...Object.fromEntries(
    Object.entries(toEventPages(allEvents)).map(([name, page]) => [join('docs/events', name), page]),
  ),
};

const stale = Object.entries(documents).filter(([path, text]) => readIfThere(path) !== text);

if (process.argv.includes('--check')) {
  for (const [path] of stale)
    console.error(`${path} is stale: run "npm run docs" and commit what it writes.`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const [path, text] of stale) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(`wrote ${path}`);
  }
}

function asJson(document: object): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
