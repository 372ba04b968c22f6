import { readFileSync } from 'node:fs';

/** The names of all environment variables that the program reads, from where they are defined. */
export function settingsNames() {
  const source = readFileSync(new URL('../api/src/settings.ts', import.meta.url), 'utf8');
  const [, definition] = /const environment = z\.object\(\{\n(.*?)\n\}\);/s.exec(source) ?? [];
  const names = [...(definition ?? '').matchAll(/^ {2}([A-Z][A-Z0-9_]*):/gm)].map(([, name]) => name);
  if (names.length === 0) throw new Error('No settings were found in api/src/settings.ts.');
  return new Set(names);
}
