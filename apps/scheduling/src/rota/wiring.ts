import { DefineRota } from './define-rota.js';
import { EndRota } from './end-rota.js';
import { KeepRotasFilled } from './keep-rotas-filled.js';
import { ListRotas } from './list-rotas.js';
import { PreviewRota } from './preview-rota.js';
import { ViewRota } from './view-rota.js';

export const answers = {
  'define-rota': DefineRota,
  'preview-rota': PreviewRota,
  'list-rotas': ListRotas,
  'view-rota': ViewRota,
  'end-rota': EndRota,
} as const;

export const parts = [KeepRotasFilled] as const;
