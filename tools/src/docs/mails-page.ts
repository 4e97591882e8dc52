import { allLetters } from '@baton/mail';

/** `docs/mails/README.md`: every letter to applicants and curators, and what shows of it before it is opened. */
export function mailsPage(): string {
  const letters = [...allLetters.values()].map(({ name, about, words }) => {
    const languages = Object.keys(words).join(', ');
    return `| \`${name}\` | ${about} | ${languages} | **${words.en.subject}** ${words.en.opening} |`;
  });
  return `# Letters to applicants and curators

Drawn from \`packages/mail/src/letters\` by \`npm run docs\`. A charity may put its own words in place of any of them. Subject and
opening, all that a locked screen or a list of mails shows, name no charity and no illness.

| letter | when it goes | words in | what shows before it is opened |
|---|---|---|---|
${letters.join('\n')}

## How they look

Each with samples filled in, drawn by Chromium with \`npm run docs:mails\`:

- [on a desk](light.jpg)
- [at night](dark.jpg)
- [on a phone of 320 px](narrow.jpg)
`;
}
