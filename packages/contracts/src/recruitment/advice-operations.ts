import { z } from 'zod';
import { curator, staff } from '../define/access.js';
import { defineOperation } from '../define/define-operation.js';
import { AdvicePageId, AdvicePictureId, CharityId, Instant } from '../define/ids.js';
import { TypedText } from '../define/words.js';

/** Years of age from which English words are read with ease; above this, publishing asks once more. */
export const hardToReadFromAge = 13;
const mostPages = 30;

/** How hard a page is to read. */
const Reading = z.object({
  /** The age from which it reads with ease (Flesch-Kincaid grade and five years); null for too few words to tell. */
  age: z.number().nullable(),
  /** The hardest sentences, longest first: what to mend. */
  hard: z.array(z.object({ sentence: z.string(), words: z.int() })),
});

const AdvicePicture = z.object({ pictureId: AdvicePictureId, description: z.string() });

const AdvicePage = z.object({
  pageId: AdvicePageId,
  title: z.string(),
  /** Plain text: an empty line ends a paragraph, an indented line stands out. */
  body: z.string(),
  pictures: z.array(AdvicePicture),
});

const Draft = z.object({
  pages: z.array(AdvicePage.extend({ reading: Reading })),
  /** Null before anything is published. */
  published: z.object({ version: z.int().positive(), at: Instant }).nullable(),
  /** Whether what curators read is what stands here. */
  isPublished: z.boolean(),
});

export const viewAdviceDraft = defineOperation({
  name: 'view-advice-draft',
  owner: 'recruitment',
  summary: 'The advice pack as the team is writing it, with how hard each page is to read.',
  method: 'GET',
  path: '/charities/{charityId}/advice/draft',
  access: [staff('manager')],
  input: z.object({ charityId: CharityId }),
  output: Draft,
  refusals: {},
});

export const saveAdvicePage = defineOperation({
  name: 'save-advice-page',
  owner: 'recruitment',
  summary: 'Writes a page of the advice pack. Curators see it once the pack is published.',
  method: 'PUT',
  path: '/charities/{charityId}/advice/pages/{pageId}',
  access: [staff('manager')],
  input: z.object({
    charityId: CharityId,
    pageId: AdvicePageId,
    title: TypedText.pipe(z.string().trim().min(1).max(120)),
    body: TypedText.pipe(
      z.string().min(1).max(8000, 'can be at most 8,000 characters: please make two pages of it'),
    ),
  }),
  output: z.object({ pageId: AdvicePageId, reading: Reading }),
  refusals: {
    tooManyPages: {
      status: 409,
      message: `An advice pack has at most ${mostPages} pages. Please take one away first.`,
    },
  },
});

export const orderAdvicePages = defineOperation({
  name: 'order-advice-pages',
  owner: 'recruitment',
  summary: 'Puts the pages of the advice pack in this order.',
  method: 'PUT',
  path: '/charities/{charityId}/advice/order',
  access: [staff('manager')],
  input: z.object({ charityId: CharityId, pageIds: z.array(AdvicePageId).min(1).max(mostPages) }),
  output: z.object({ pageIds: z.array(AdvicePageId) }),
  refusals: {
    otherPages: {
      status: 409,
      message: 'The pack has other pages by now. Please load it again, and put those in order.',
    },
  },
});

export const removeAdvicePage = defineOperation({
  name: 'remove-advice-page',
  owner: 'recruitment',
  summary: 'Takes a page out of the advice pack. What is published keeps it until it is published anew.',
  method: 'DELETE',
  path: '/charities/{charityId}/advice/pages/{pageId}',
  access: [staff('manager')],
  input: z.object({ charityId: CharityId, pageId: AdvicePageId }),
  output: z.object({ pageId: AdvicePageId }),
  refusals: {},
});

export const addAdvicePicture = defineOperation({
  name: 'add-advice-picture',
  owner: 'recruitment',
  summary:
    'Adds a picture with its description to a page. It is re-encoded with nothing but the picture left in it.',
  method: 'PUT',
  path: '/charities/{charityId}/advice/pages/{pageId}/pictures/{pictureId}',
  access: [staff('manager')],
  input: z.object({
    charityId: CharityId,
    pageId: AdvicePageId,
    pictureId: AdvicePictureId,
    bytes: z.base64().max(800_000, 'can be at most 600 kB: please make it smaller'),
    description: TypedText.pipe(
      z.string().trim().min(1, 'is needed by everybody who does not see the picture').max(1000),
    ),
  }),
  output: AdvicePicture,
  refusals: {
    notAPicture: { status: 422, message: 'This is no picture. A PNG, JPEG or WEBP works.' },
    idReused: {
      status: 409,
      message: 'Another picture has this id already. Please add yours once more, under a new one.',
    },
    tooManyPictures: { status: 409, message: 'A page has at most four pictures. Please make another page.' },
  },
});

export const removeAdvicePicture = defineOperation({
  name: 'remove-advice-picture',
  owner: 'recruitment',
  summary: 'Takes a picture off a page. What is published keeps it until it is published anew.',
  method: 'DELETE',
  path: '/charities/{charityId}/advice/pages/{pageId}/pictures/{pictureId}',
  access: [staff('manager')],
  input: z.object({ charityId: CharityId, pageId: AdvicePageId, pictureId: AdvicePictureId }),
  output: z.object({ pictureId: AdvicePictureId }),
  refusals: {},
});

export const publishAdvice = defineOperation({
  name: 'publish-advice',
  owner: 'recruitment',
  summary: 'Lets curators read the pack as it stands. The same pages again are the same version.',
  method: 'POST',
  path: '/charities/{charityId}/advice/publication',
  access: [staff('manager')],
  input: z.object({ charityId: CharityId, evenSo: z.boolean().default(false) }),
  output: z.object({ version: z.int().positive(), pages: z.int().nonnegative() }),
  refusals: {
    nothingToPublish: { status: 409, message: 'The pack has no page yet. Please write one first.' },
    hardToRead: {
      status: 422,
      message:
        'Some pages are hard to read with a tired head. Please make the sentences named shorter, or say that you mean it even so.',
    },
  },
});

export const viewAdvice = defineOperation({
  name: 'view-advice',
  owner: 'recruitment',
  summary: 'The advice pack as it is published; for a curator, with what they have read.',
  method: 'GET',
  path: '/charities/{charityId}/advice',
  access: [curator, staff('manager', 'moderator', 'trustee')],
  input: z.object({ charityId: CharityId }),
  output: z.object({
    /** Null where nothing is published. */
    version: z.int().positive().nullable(),
    pages: z.array(AdvicePage.extend({ readAt: Instant.nullable() })),
  }),
  refusals: {},
});

export const viewAdvicePicture = defineOperation({
  name: 'view-advice-picture',
  owner: 'recruitment',
  summary: 'A picture of the advice pack, as WEBP in base64.',
  method: 'GET',
  path: '/charities/{charityId}/advice/pictures/{pictureId}',
  access: [curator, staff('manager', 'moderator', 'trustee')],
  input: z.object({ charityId: CharityId, pictureId: AdvicePictureId }),
  output: z.object({ mimeType: z.literal('image/webp'), bytes: z.base64(), description: z.string() }),
  refusals: {},
});

export const markAdviceRead = defineOperation({
  name: 'mark-advice-read',
  owner: 'recruitment',
  summary: 'A curator has read a page of the advice pack. Saying it again changes nothing.',
  method: 'POST',
  path: '/charities/{charityId}/advice/pages/{pageId}/reading',
  access: [curator],
  input: z.object({ charityId: CharityId, pageId: AdvicePageId }),
  output: z.object({ left: z.int().nonnegative() }),
  refusals: {},
});
