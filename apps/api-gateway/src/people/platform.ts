export { platformId } from '@baton/contracts';
