import { Questions } from '@baton/contracts';
import { describe, expect, it } from '@jest/globals';
import { decideAnswers } from './decide-answers.js';

const questions = Questions.parse([
  { questionId: 'why', kind: 'text', label: 'Why?', required: true, longest: 20 },
  {
    questionId: 'where',
    kind: 'choice',
    label: 'Where?',
    options: [
      { value: 'north', label: 'North' },
      { value: 'south', label: 'South' },
    ],
  },
  {
    questionId: 'pets',
    kind: 'choice',
    label: 'Pets?',
    many: true,
    options: [
      { value: 'cat', label: 'A cat' },
      { value: 'dog', label: 'A dog' },
    ],
  },
  {
    questionId: 'dog-name',
    kind: 'text',
    label: 'Its name?',
    required: true,
    onlyIf: { questionId: 'pets', isOneOf: ['dog'] },
  },
  {
    questionId: 'tired',
    kind: 'scale',
    label: 'How tired?',
    from: 0,
    to: 10,
    lowest: 'not',
    highest: 'very',
  },
  { questionId: 'since', kind: 'date', label: 'Since?', earliest: '2000-01-01', latest: '2026-12-31' },
  { questionId: 'rules', kind: 'consent', label: 'I keep the rules', required: true },
  {
    questionId: 'rules-why-not',
    kind: 'text',
    label: 'Why not?',
    onlyIf: { questionId: 'rules', isOneOf: [false] },
  },
]);
const right = { why: 'because', rules: true };

const problems = (answers: Parameters<typeof decideAnswers>[1], language?: 'en' | 'cy') => {
  const decided = decideAnswers(questions, answers, language);
  return decided.ok ? {} : Object.fromEntries(decided.problems.map(({ field, problem }) => [field, problem]));
};

describe('answers to the questions of a call', () => {
  it('are kept as they were given, in any script', () => {
    const answers = { ...right, why: '我喜欢 🧑‍🦽 O’Neill' };
    expect(decideAnswers(questions, answers)).toEqual({ ok: true, answers });
  });

  it.each([
    ['why', '', 'Please answer this question.'],
    ['why', '   ', 'Please answer this question.'],
    [
      'why',
      'x'.repeat(100_000),
      'Your answer has 100000 characters; 20 fit. Please shorten it. Nothing you typed is lost.',
    ],
    ['why', true, 'Please answer in words.'],
    ['where', 'east', 'Please choose one of the answers.'],
    ['where', ['north'], 'Please choose one of the answers.'],
    ['pets', ['cat', 'cow'], 'Please choose among the answers that are offered.'],
    ['pets', ['cat', 'cat'], 'Please choose among the answers that are offered.'],
    ['tired', 11, 'Please choose a step from 0 to 10.'],
    ['tired', 'very', 'Please choose a step from 0 to 10.'],
    ['since', '1999-12-31', 'Please give a day that is not before 2000-01-01.'],
    ['since', '2027-01-01', 'Please give a day that is not after 2026-12-31.'],
    ['since', '2025-02-30', 'Please give a day, such as 2026-11-27.'],
    ['rules', false, 'Without a yes to this we cannot take the form. Please tick it if you agree.'],
    [
      'constructor',
      'x',
      'This question is not part of the form. Please leave it out, or open the form anew.',
    ],
  ])('are told what is wrong with %s', (questionId, answer, problem) => {
    expect(problems({ ...right, [questionId]: answer })).toEqual({ [`answers.${questionId}`]: problem });
  });

  it('are told in the language they were given in', () => {
    expect(problems({ rules: true }, 'cy')).toEqual({
      'answers.why': 'Atebwch y cwestiwn hwn, os gwelwch yn dda.',
    });
  });

  it('are asked for only where what came before says so, and dropped where it does not', () => {
    expect(problems({ ...right, pets: ['dog'] })).toEqual({
      'answers.dog-name': 'Please answer this question.',
    });
    const hidden = { ...right, pets: ['cat'], 'dog-name': 'x'.repeat(50_000), 'rules-why-not': 'hm' };
    expect(decideAnswers(questions, hidden)).toEqual({ ok: true, answers: { ...right, pets: ['cat'] } });
  });

  it('tell of every problem at once, in the order of the form', () => {
    expect(Object.keys(problems({ tired: 99 }))).toEqual(['answers.why', 'answers.tired', 'answers.rules']);
  });
});
