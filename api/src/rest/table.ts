import { DIFFERENT, FAULTS } from './different.js';
import type { Operation } from './operation.js';

/** The page docs/rest-v2.md: each operation, what does its work, and where it differs from the original on purpose. */
export function tableOf(operations: Operation[]): string {
  const tags = [...new Set(operations.map(({ tag }) => tag))].sort();
  const cell = (words: string) => words.replaceAll('|', '\\|').replaceAll('\n', ' ');
  const rows = (tag: string) =>
    operations
      .filter((operation) => operation.tag === tag)
      .map(
        ({ method, path, service, differences = [] }) =>
          `| ${method} \`${path}\` | ${cell(service)} | ${cell(differences.join(' '))} |`,
      )
      .join('\n');
  const recorded = [
    ...FAULTS.map(
      ({ steps, reason }) =>
        `| ${cell(steps ? steps.map((step) => `\`${step}\``).join(' ') : 'any')} | ${cell(reason)} |`,
    ),
    ...Object.entries(DIFFERENT).flatMap(([story, steps]) =>
      Object.entries(steps).map(([step, reason]) => `| ${story}: \`${step}\` | ${cell(reason)} |`),
    ),
  ].join('\n');
  return `# REST /api/v2

Written by \`npm run generate\` from the operations in \`api/src/modules/*/rest*.ts\`: do not edit it.

The ${operations.length} operations of HOT Tasking Manager's REST API, over the services that GraphQL uses. The manual with every
parameter and answer is at \`/api/docs\`, its OpenAPI document at \`/api/openapi.json\`. New programs take GraphQL.

## What is different everywhere

- Paths are taken with the slash at their end and without; the original redirects.
- Sessions can be ended, and are: a token of a session that was ended is refused, where the original cannot take one back.
- Bad input is a 4xx with a sentence, also where the original answers 500.
- \`Error\` and \`SubCode\` have no blanks at their ends, and \`Error\` is a whole sentence, where the original cuts it at a hyphen.
- Moments end in \`Z\`; unknown projects are always \`PROJECT_NOT_FOUND\`.
- \`Accept-Language\` is read as the standard says (several languages, weights, \`pt-BR\` as well as \`pt_BR\`).
- What a person may not see (drafts, private projects) is refused on every operation, not only on some.

## Recorded conversations

Conversations with the original are replayed by a test. These steps differ, because what was recorded is a fault of the
original:

| step | reason |
|---|---|
${recorded}
${tags.map((tag) => `\n## ${tag}\n\n| operation | service | different on purpose |\n|---|---|---|\n${rows(tag)}\n`).join('')}`;
}
