export { type RecruitmentConfig, recruitmentConfig } from './config.js';
export { recruitment } from './recruitment.module.js';
