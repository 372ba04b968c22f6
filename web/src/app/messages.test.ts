import { existsSync, readFileSync } from 'node:fs';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from './languages';

const file = (code: string) => new URL(`../../messages/${code}.json`, import.meta.url);
const messagesOf = (code: string) => JSON.parse(readFileSync(file(code), 'utf8')) as Record<string, string>;
const english = messagesOf('en');
const translated = LANGUAGES.filter(({ code }) => code !== 'en' && existsSync(file(code)));

/** What a message needs to be given, and of which kind: `count plural`, `name`, `<link>`. */
function partsOf(elements: MessageFormatElement[], parts = new Set<string>()): Set<string> {
  for (const element of elements) {
    if (element.type === TYPE.argument) parts.add(element.value);
    if (element.type === TYPE.number || element.type === TYPE.date || element.type === TYPE.time)
      parts.add(element.value);
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      parts.add(element.value);
      for (const { value } of Object.values(element.options)) partsOf(value, parts);
    }
    if (element.type === TYPE.tag) {
      parts.add(`<${element.value}>`);
      partsOf(element.children, parts);
    }
  }
  return parts;
}

/** Forms of numbers that a language has and a message leaves out; `other` stands in for them, so it must be there. */
function pluralFaults(elements: MessageFormatElement[], code: string): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.tag) return pluralFaults(element.children, code);
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return [];
    const inner = Object.values(element.options).flatMap(({ value }) => pluralFaults(value, code));
    if (element.type === TYPE.select) return inner;
    const rules = new Intl.PluralRules(code, { type: element.pluralType ?? 'cardinal' });
    // Forms that only fractions or millions have may be left out.
    const wanted = [...new Set(Array.from({ length: 200 }, (_, number) => rules.select(number)))];
    const given = Object.keys(element.options).filter((form) => !form.startsWith('='));
    return [
      ...inner,
      ...wanted.filter((form) => !given.includes(form)).map((form) => `the form "${form}" is missing`),
      ...given
        .filter((form) => !(rules.resolvedOptions().pluralCategories as string[]).includes(form))
        .map((form) => `the language has no form "${form}"`),
    ];
  });
}

describe.each(translated)('the messages in $name', ({ code }) => {
  const messages = messagesOf(code);

  it('are all there, and none beside them', () => {
    expect(Object.keys(english).filter((id) => !(id in messages))).toEqual([]);
    expect(Object.keys(messages).filter((id) => !(id in english))).toEqual([]);
  });

  it('are ICU messages with the same parts, and the forms of numbers that the language has', () => {
    const faults = Object.entries(messages).flatMap(([id, message]) => {
      if (!(id in english)) return [];
      try {
        const elements = parse(message);
        const [has, needs] = [partsOf(elements), partsOf(parse(english[id]!))];
        return [
          ...[...needs].filter((part) => !has.has(part)).map((part) => `${id}: ${part} is missing`),
          ...[...has].filter((part) => !needs.has(part)).map((part) => `${id}: ${part} is not in the English`),
          ...pluralFaults(elements, code).map((fault) => `${id}: ${fault}`),
          ...(message.trim() === '' ? [`${id}: empty`] : []),
        ];
      } catch (error) {
        return [`${id}: ${(error as Error).message}`];
      }
    });
    expect(faults).toEqual([]);
  });
});

it('the English of the features is what messages/en.json has: run npm run generate', () => {
  expect(Object.keys(english).length).toBeGreaterThan(400);
});
