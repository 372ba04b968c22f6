import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { fileURLToPath } from 'node:url';
import { operations } from './operations.js';
import { tableOf } from './table.js';

const page = fileURLToPath(new URL('../../../docs/rest-v2.md', import.meta.url));

/** docs/rest-v2.md as it should be. */
export const printed = async () => format(tableOf(operations), { ...(await resolveConfig(page)), parser: 'markdown' });

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(page, await printed());
