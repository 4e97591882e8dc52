import { linksOnX } from './links-on-x.js';

export const hasLink = (text: string): boolean => linksOnX(text).length > 0;
