import { writeFileSync } from 'node:fs';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { schema } from './schema.js';

// Writes the contract: schema.graphql at the project's root.
writeFileSync(new URL('../../../schema.graphql', import.meta.url), `${printSchema(lexicographicSortSchema(schema))}\n`);
