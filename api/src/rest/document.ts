import { z } from 'zod';
import type { Settings } from '../settings.js';
import { openapiOf } from './openapi.js';
import { operation, type Operation } from './operation.js';

const made = new WeakMap<Settings, object>();

/** The OpenAPI document of an instance. */
export function documentOf(operations: Operation[], settings: Settings): object {
  const known = made.get(settings);
  if (known) return known;
  const { name: title, baseUrl } = settings;
  const document = openapiOf(operations, { title, ...(baseUrl ? { url: baseUrl } : {}) });
  made.set(settings, document);
  return document;
}

/** The operation that answers the document of all operations, itself too. */
export const documentOperation = (operations: () => Operation[]): Operation =>
  operation({
    method: 'GET',
    path: '/system/docs/json/',
    tag: 'system',
    summary: 'This document: OpenAPI 3.1.',
    access: 'open',
    answers: z.looseObject({
      openapi: z.string(),
      info: z.looseObject({ title: z.string(), version: z.string() }),
      paths: z.record(z.string(), z.unknown()),
    }),
    service: 'none',
    handler: ({ context: { settings } }) => documentOf(operations(), settings),
  });
