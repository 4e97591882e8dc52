export { cleanSmallPicture, type SmallPicture } from './clean-small-picture.js';
