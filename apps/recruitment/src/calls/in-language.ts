import type { CallContent, CallTranslation, Language, Question } from '@baton/contracts';

type TranslatedQuestion = CallTranslation['questions'][string];

/** The language a call is read in: the one asked for if it has it, else its main one. */
export const languageOf = (content: CallContent, wanted: Language | undefined): Language =>
  wanted && content.translations[wanted] ? wanted : content.language;

/** Every language a call can be read in, the main one first. */
export const languagesOf = ({ language, translations }: CallContent): Language[] => [
  language,
  ...(Object.keys(translations) as Language[]).filter((other) => other !== language),
];

/** A call's words in one of its languages. What has not been translated stays as it is. */
export function inLanguage(content: CallContent, wanted: Language | undefined) {
  const language = languageOf(content, wanted);
  const { title, invitation, consentText, questions } = content;
  const other = language === content.language ? undefined : content.translations[language];
  if (!other) return { language, title, invitation, consentText, questions };
  return {
    language,
    title: other.title,
    invitation: other.invitation,
    consentText: other.consentText,
    questions: questions.map((question) => translated(question, other.questions[question.questionId])),
  };
}

function translated(question: Question, words: TranslatedQuestion | undefined): Question {
  if (!words) return question;
  const { label = question.label, help = question.help } = words;
  switch (question.kind) {
    case 'choice': {
      const labels = new Map(Object.entries(words.options ?? {}));
      const options = question.options.map((option) => ({
        ...option,
        label: labels.get(option.value) ?? option.label,
      }));
      return { ...question, label, help, options };
    }
    case 'scale': {
      const { lowest = question.lowest, highest = question.highest } = words;
      return { ...question, label, help, lowest, highest };
    }
    default:
      return { ...question, label, help };
  }
}
