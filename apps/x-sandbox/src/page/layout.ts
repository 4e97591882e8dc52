import { escapeHtml } from './escape-html.js';

export interface PageParts {
  readonly title: string;
  /** HTML, escaped already. */
  readonly main: string;
  /** Whether the page looks for news every two seconds. */
  readonly refreshes?: boolean;
}

export function page({ title, main, refreshes = false }: PageParts): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)} · pretend X</title>
<link rel="stylesheet" href="/sandbox/page.css">
${refreshes ? '<script src="/sandbox/page.js" defer></script>' : ''}
</head>
<body>
<header class="notice"><p><strong>This is a pretend X on this computer.</strong> Nothing here was posted to the real X.</p>
<nav aria-label="Pages"><a href="/">All accounts</a></nav></header>
<main>
${main}
</main>
</body>
</html>
`;
}
