import { accept, type InputOf, type viewBrand } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Injectable } from '@nestjs/common';
import { Brands } from './brands.js';

@Injectable()
export class ViewBrand implements Handles<typeof viewBrand> {
  constructor(private readonly brands: Brands) {}

  async handle({ charityId }: InputOf<typeof viewBrand>) {
    return accept({ brand: await this.brands.of(charityId) });
  }
}
