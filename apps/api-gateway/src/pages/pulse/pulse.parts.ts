import type { Type } from '@nestjs/common';
import { PulsePages } from './pulse.controller.js';
import { TeamPulsePages } from './team-pulse.controller.js';

export const pulsePages: readonly Type[] = [PulsePages, TeamPulsePages];
