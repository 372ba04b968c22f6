import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import type { Services } from '../graphql/context.js';
import { documentOf } from './document.js';
import { operations } from './operations.js';

/** The document of v2 at /api/openapi.json, and Swagger UI with it at /api/docs, from this server alone. */
export async function serveDocs(scope: FastifyInstance, { settings }: Services): Promise<void> {
  const document = documentOf(operations, settings);
  await scope.register(swagger, {
    mode: 'static',
    specification: { document: document as never },
  });
  await scope.register(swaggerUi, {
    routePrefix: '/api/docs',
    uiConfig: { docExpansion: 'none', filter: true, persistAuthorization: true, tryItOutEnabled: true },
  });
  scope.get('/api/openapi.json', () => document);
}
