import { DefineRota } from './define-rota.js';
import { KeepRotasFilled } from './keep-rotas-filled.js';

export const answers = {
  'define-rota': DefineRota,
} as const;

export const parts = [KeepRotasFilled] as const;
