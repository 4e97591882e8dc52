import type { Sample } from './measure.js';

/** Ways in which the same words are typed: tired, loud, dressed up, or in the middle of a day like any other. */
const ways: readonly (readonly [string, (text: string) => string])[] = [
  ['capitals', (text) => text.toUpperCase()],
  ['no capitals or marks', (text) => text.toLowerCase().replaceAll(/[’',.!?]/g, '')],
  ['curly apostrophes', (text) => text.replaceAll("'", '’')],
  ['full width', (text) => text.replaceAll(/[a-z]/g, fullWidth)],
  ['zero width', (text) => text.replaceAll(/(\w)(\w)/g, '$1\u200b$2')],
  ['dots between words', (text) => text.replaceAll(' ', '... ')],
  ['in the middle of a day', (text) => `Morning all, tea first. ${text}. The cat is on the chair again ☕`],
  ['with emoji', (text) => `${text} 💔😔`],
  [
    'over two lines',
    (text) => `${text.split(' ').slice(0, 3).join(' ')}\n${text.split(' ').slice(3).join(' ')}`,
  ],
];

function fullWidth(letter: string): string {
  return String.fromCodePoint(letter.charCodeAt(0) + 0xfee0);
}

/** Each sample once more, the next in the next way: the same set, every time. */
export const retold = <S extends Sample>(samples: readonly S[]): S[] =>
  samples.map((sample, index) => {
    const [name, tell] = ways[index % ways.length] ?? ['', (text: string) => text];
    return { ...sample, text: tell(sample.text), kind: `${sample.label}, ${name}` };
  });
