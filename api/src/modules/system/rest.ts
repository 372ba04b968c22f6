import { z } from 'zod';
import { operation } from '../../rest/operation.js';
import { bool, text } from '../../rest/values.js';
import { readBanner, updateBanner } from './service.js';

const banner = z.object({ message: z.string(), visible: z.boolean() });

export const systemOperations = [
  operation({
    method: 'GET',
    path: '/system/heartbeat/',
    tag: 'system',
    summary: 'Whether the server lives, and its release.',
    access: 'open',
    answers: z.object({
      status: z.string(),
      release: z.object({ version: z.string(), published_at: z.string() }).nullable(),
    }),
    service: 'none',
    handler: () => ({ status: 'Taskgrid healthy', release: null }),
  }),
  operation({
    method: 'GET',
    path: '/system/banner/',
    tag: 'system',
    summary: 'The line on top of every page.',
    access: 'open',
    answers: banner,
    service: 'system: readBanner',
    handler: async ({ context }) => {
      const { markdown, visible } = await readBanner(context);
      return { message: markdown, visible };
    },
  }),
  operation({
    method: 'PATCH',
    path: '/system/banner/',
    tag: 'system',
    summary: 'Changes the line on top of every page.',
    access: 'login',
    body: z.object({ message: text({ max: 255 }), visible: bool() }),
    answers: banner,
    refusals: { NOT_PERMITTED: [403, 'OnlyAdminAccess'] },
    service: 'system: updateBanner',
    handler: async ({ context, viewer, body }) => {
      const { markdown, visible } = await updateBanner(context, viewer, {
        markdown: body.message,
        visible: body.visible,
      });
      return { message: markdown, visible };
    },
  }),
];
