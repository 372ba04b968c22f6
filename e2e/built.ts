import { existsSync } from 'node:fs';

/** The journeys are those of the program as it is built. */
export default function setup(): void {
  for (const file of ['../api/dist/main.js', '../web/dist/index.html'])
    if (!existsSync(new URL(file, import.meta.url)))
      throw new Error('Run npm run build first: there is no build to test.');
}
