import { type Html, html } from './html.js';

/** What a team has written without any markup: an empty line ends a paragraph, an indented line stands out. */
export const plainText = (text: string): Html =>
  html`${text
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n/)
    .flatMap((paragraph) => runsOf(paragraph.split('\n').filter((line) => line.trim() !== '')))
    .map(drawn)}`;

interface Run {
  readonly isIndented: boolean;
  readonly lines: string[];
}

/** Lines that belong together: all of them indented, or none. */
function runsOf(lines: readonly string[]): Run[] {
  const runs: Run[] = [];
  for (const line of lines) {
    const isIndented = /^(\t| {2})/.test(line);
    const last = runs.at(-1);
    if (last?.isIndented === isIndented) last.lines.push(line.trim());
    else runs.push({ isIndented, lines: [line.trim()] });
  }
  return runs;
}

const drawn = ({ isIndented, lines }: Run): Html =>
  isIndented
    ? html`<ul class="stands-out">${lines.map((line) => html`<li>${line}</li>`)}</ul>
`
    : html`<p>${lines.map((line) => html`<span class="line">${line}</span>`)}</p>
`;
