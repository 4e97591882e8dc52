import { z } from 'zod';
import { anyone, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { CharityId } from '../define/ids.js';

const path = '/charities/{charityId}/brand';

export const Colour = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/, 'must be a colour such as #4b1f86');

/** What a charity’s public page looks like. */
export const Brand = z.object({
  /** For links and edges on a light page; reads at 7:1. */
  colour: Colour,
  /** The same hue for people who prefer dark pages; found by itself. */
  colourOnDark: Colour,
  /** What the logo shows, for those who do not see it; null without a logo. */
  logoDescription: z.string().nullable(),
});
export type Brand = z.infer<typeof Brand>;

export const viewBrand = defineOperation({
  name: 'view-brand',
  owner: 'api-gateway',
  summary: 'The charity’s colours, and whether there is a logo. Null until somebody has chosen.',
  method: 'GET',
  path,
  access: [anyone],
  input: z.object({ charityId: CharityId }),
  output: z.object({ brand: Brand.nullable() }),
  refusals: {},
});

export const setBrand = defineOperation({
  name: 'set-brand',
  owner: 'api-gateway',
  summary:
    'Sets the charity’s colour and logo. A colour too pale to read is refused with the nearest one that reads; a logo left out stays as it is.',
  method: 'PUT',
  path,
  access: [staff('manager')],
  input: z.object({
    charityId: CharityId,
    colour: Colour,
    logo: z
      .object({
        /** JPEG, PNG or WEBP of up to 200 kB, in base64. */
        bytes: z.base64('is a picture in base64').max(280_000, 'is a picture of up to 200 kB'),
        description: z.string().trim().min(1).max(200),
      })
      .optional(),
  }),
  output: z.object({ brand: Brand }),
  refusals: {
    tooPale: {
      status: 422,
      message: 'Text in this colour is hard to read. The nearest colour that reads well is in the details.',
    },
    notAPicture: {
      status: 422,
      message: 'This logo cannot be read as a picture. Please save it as PNG, JPEG or WEBP and try again.',
    },
  },
});
