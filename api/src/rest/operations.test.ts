import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openapiOf } from './openapi.js';
import { operations } from './operations.js';
import { printed } from './print.js';

const original = readFileSync(new URL('./original-operations.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const ours = operations.map(({ method, path }) => `${method} ${path}`);

describe('the operations of v2', () => {
  it('are all those of the original, each once, and no other', () => {
    expect([...ours].sort()).toEqual([...original].sort());
  });

  it('each name every parameter of their path', () => {
    for (const { method, path, params = {} } of operations) {
      expect([`${method} ${path}`, Object.keys(params).sort()]).toEqual([
        `${method} ${path}`,
        [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort(),
      ]);
    }
  });

  it('are described with the schemas of their answers', () => {
    const document = openapiOf(operations, { title: 'Test' });
    const written = Object.values(document.paths).flatMap((path) => Object.values(path)) as {
      responses: Record<string, { content?: Record<string, { schema: object }> }>;
    }[];
    expect(written).toHaveLength(operations.length);
    for (const { responses } of written) {
      const success = responses[200] ?? responses[201];
      // Without content: a success has no body.
      for (const { schema } of Object.values(success!.content ?? {})) expect(Object.keys(schema)).not.toEqual([]);
    }
  });

  it('are listed in docs/rest-v2.md as they are: run npm run generate', async () => {
    expect(readFileSync(new URL('../../../docs/rest-v2.md', import.meta.url), 'utf8')).toBe(await printed());
  });
});
