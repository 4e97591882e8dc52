import { type UniversalRefusalCode, universalRefusals } from '@baton/contracts';
import { HttpException } from '@nestjs/common';

/** A "no" from the door itself, before any service is asked. */
export class Refused extends HttpException {
  constructor(
    readonly code: UniversalRefusalCode,
    message: string = universalRefusals[code].message,
  ) {
    super({ refusal: { code, message } }, universalRefusals[code].status);
  }
}
