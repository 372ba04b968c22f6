import { z } from 'zod';
import { refuse } from '../../rest/errors.js';
import { operation } from '../../rest/operation.js';
import { blocked } from '../projects/policy.js';
import { countUpload, keepPicture, kindOf, KINDS, MOST_BYTES, NotKept } from './images.js';

const MIMES: string[] = KINDS.map(({ mime }) => mime);
const BASE64 = /^[A-Za-z0-9+/\s]*={0,2}\s*$/;

const upload = z
  .looseObject({ filename: z.unknown().optional(), mime: z.unknown().optional(), data: z.unknown().optional() })
  .meta({
    type: 'object',
    required: ['filename', 'mime', 'data'],
    properties: {
      filename: { type: 'string' },
      mime: { type: 'string', enum: MIMES },
      data: { type: 'string', description: 'The file as base64; at most 5 MB.' },
    },
  });

const isWord = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

export const imagesOperations = [
  operation({
    method: 'POST',
    path: '/system/image-upload/',
    tag: 'system',
    summary: 'Keeps a picture, such as a logo; answers its address.',
    access: 'login',
    bodyLimit: Math.ceil(MOST_BYTES * 1.5),
    body: upload,
    invalidBody: [400, 'InvalidData', 422],
    status: 201,
    answers: z.object({ url: z.string() }),
    fails: { 429: 'You uploaded 60 pictures within an hour.', 502: 'The place for pictures does not answer.' },
    service: 'system: keepPicture',
    differences: [
      'It works without a setting: pictures are kept in the program’s folder. What a picture is, and how large, is found from its content, at most 5 MB.',
    ],
    handler: async ({ context: { settings, database }, viewer, body: { filename, mime, data }, request }) => {
      if (viewer.role === 'READ_ONLY') throw blocked();
      if (!isWord(filename)) refuse(400, 'MissingFilename', 'Say what the file is called: filename.');
      if (!isWord(mime)) refuse(400, 'MissingMime', 'Say what kind of picture it is: mime.');
      if (!MIMES.includes(mime)) refuse(400, 'UnsupportedFile', `Only pictures are taken: ${MIMES.join(', ')}.`);
      if (!isWord(data) || !BASE64.test(data)) refuse(400, 'InvalidData', 'Send the file as base64: data.');
      const bytes = Buffer.from(data, 'base64');
      if (bytes.length > MOST_BYTES)
        refuse(400, 'UnsupportedFile', 'This picture is larger than 5 MB. Make it smaller.');
      if (!kindOf(bytes)) refuse(400, 'UnsupportedFile', 'This file is no picture that can be shown.');
      await countUpload(database, String(viewer.id));
      try {
        const address = await keepPicture(settings, { filename, data, bytes });
        return { url: new URL(address, settings.baseUrl ?? `${request.protocol}://${request.host}`).href };
      } catch (error) {
        if (!(error instanceof NotKept)) throw error;
        request.log.error({ err: error }, 'a picture could not be kept');
        refuse(502, 'UndefinedImageService', 'The picture could not be kept. Try again later.');
      }
    },
  }),
];
