import type { Provider, Type } from '@nestjs/common';
import { OwnQuestions } from './own-questions.controller.js';
import { OwnSurveys } from './own-survey.controller.js';
import { ShowSurvey } from './show-survey.js';
import { SurveyByLink } from './survey-by-link.controller.js';
import { TeamSurveys } from './team-surveys.controller.js';

export const surveyPages: readonly Type[] = [SurveyByLink, OwnSurveys, TeamSurveys, OwnQuestions];
export const surveyPageProviders: readonly Provider[] = [ShowSurvey];
