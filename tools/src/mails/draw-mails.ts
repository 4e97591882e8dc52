import { mkdirSync } from 'node:fs';
import { allLetters, fillIn, htmlOf, type Letter, type LetterLanguage, samplesOf } from '@baton/mail';
import { type Browser, chromium } from 'playwright-core';
import { findChromium, quietFlags } from '../browser/find-chromium.js';

/** As people meet a mail: on a desk, at night, on a small phone. */
const guises = {
  light: { width: 640, colorScheme: 'light', columns: 3 },
  dark: { width: 640, colorScheme: 'dark', columns: 3 },
  narrow: { width: 320, colorScheme: 'light', columns: 5 },
} as const;
type Guise = (typeof guises)[keyof typeof guises];

interface Drawn {
  readonly caption: string;
  readonly letter: Letter;
}

/** Every letter in every language it has words in, with samples filled in. */
const drawnLetters = (): Drawn[] =>
  [...allLetters.values()].flatMap((letter) =>
    (Object.keys(letter.words) as LetterLanguage[]).map((language) => ({
      caption: `${letter.name} (${language})`,
      letter: fillIn(letter, samplesOf(letter), { language }),
    })),
  );

/** Draws a sheet of all letters for each guise into a folder, as JPEG. Throws where there is no Chromium. */
export async function drawMails(folder: string): Promise<string[]> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('there is no Chromium here: set CHROMIUM_PATH, or install chromium');
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath, args: [...quietFlags] });
  try {
    const drawn: string[] = [];
    for (const [name, guise] of Object.entries(guises)) {
      const path = `${folder}/${name}.jpg`;
      await drawSheet(browser, guise, path);
      drawn.push(path);
    }
    return drawn;
  } finally {
    await browser.close();
  }
}

async function drawSheet(browser: Browser, guise: Guise, path: string): Promise<void> {
  const pictures = await pictureEach(browser, guise);
  const figures = pictures.map(
    ({ caption, picture }) =>
      `<figure><figcaption>${caption}</figcaption><img src="data:image/png;base64,${picture}" alt=""></figure>`,
  );
  const page = await browser.newPage({
    viewport: { width: guise.columns * (guise.width + 24) + 24, height: 800 },
  });
  await page.setContent(
    `<!doctype html><style>body{margin:24px;background:#8a8398;font:20px Arial;columns:${guise.columns};column-gap:24px}
     figure{margin:0 0 24px;display:inline-block;width:100%}figcaption{color:#fff;background:#1f1b2d;padding:6px 12px}img{display:block;width:100%}</style>
     ${figures.join('')}`,
  );
  await page.screenshot({ path, fullPage: true, type: 'jpeg', quality: 72 });
  await page.close();
}

async function pictureEach(browser: Browser, { width, colorScheme }: Guise) {
  const page = await browser.newPage({ viewport: { width, height: 200 }, colorScheme });
  const pictures: { caption: string; picture: string }[] = [];
  for (const { caption, letter } of drawnLetters()) {
    await page.setContent(htmlOf(letter));
    const picture = (await page.screenshot({ fullPage: true })).toString('base64');
    pictures.push({ caption, picture });
  }
  await page.close();
  return pictures;
}
