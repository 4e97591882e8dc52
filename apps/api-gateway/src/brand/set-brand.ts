import { accept, type InputOf, type ResultOf, refuse, type setBrand, tenancyAudited } from '@baton/contracts';
import { appendFacts, type CallContext, type Handles, newAuditFact } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { cleanSmallPicture } from '@baton/pictures';
import { Injectable } from '@nestjs/common';
import { brandIn } from './brands.js';
import { onLight } from './readable-colour.js';

const longestLogoSide = 512;

@Injectable()
export class SetBrand implements Handles<typeof setBrand> {
  constructor(private readonly database: Database) {}

  async handle(
    { charityId, colour, logo }: InputOf<typeof setBrand>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof setBrand>> {
    const nearest = onLight(colour);
    if (nearest !== colour) return refuse('tooPale', { details: { nearest } });
    const picture =
      logo &&
      (await cleanSmallPicture(Buffer.from(logo.bytes, 'base64'), {
        longestSide: longestLogoSide,
        as: 'png',
      }));
    if (logo && !picture) return refuse('notAPicture');
    return this.database.inCharity(charityId, async (tx) => {
      const [saved] = await tx.query<{ at: Date }>(
        `INSERT INTO brand (charity_id, colour, logo, logo_description) VALUES ($1, $2, $3, $4)
           ON CONFLICT (charity_id) DO UPDATE
                 SET colour = excluded.colour, logo = coalesce(excluded.logo, brand.logo),
                     logo_description = coalesce(excluded.logo_description, brand.logo_description)
         RETURNING baton.now() AS at`,
        [charityId, colour, picture ?? null, logo?.description ?? null],
      );
      const brand = await brandIn(tx);
      if (!saved || !brand) throw new Error('a brand was written and is not there');
      const note = {
        by: caller,
        action: 'charity.changed',
        details: { what: 'brand' },
        at: saved.at,
      } as const;
      await appendFacts(tx, newAuditFact(tenancyAudited, note));
      return accept({ brand });
    });
  }
}
