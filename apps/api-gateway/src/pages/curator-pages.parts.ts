import type { Type } from '@nestjs/common';
import { CuratorAdvicePages } from './curator-advice-pages.controller.js';
import { CuratorAgreementPages } from './curator-agreement-pages.controller.js';
import { CuratorBuddyPages } from './curator-buddy-pages.controller.js';
import { CuratorFirstPostPages } from './curator-first-post-pages.controller.js';
import { CuratorPages } from './curator-pages.controller.js';
import { weekendPages } from './weekends/weekends.parts.js';

/** Everything a curator sees, a controller a feature. */
export const curatorPages: readonly Type[] = [
  CuratorPages,
  CuratorAdvicePages,
  CuratorAgreementPages,
  CuratorBuddyPages,
  CuratorFirstPostPages,
  ...weekendPages,
];
