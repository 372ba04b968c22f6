import { expect, it } from 'vitest';
import { countryName } from './names';

it('names a country in the language of the reader, and as the map does where nobody knows better', () => {
  const egypt = { id: '818', name: 'Egypt' };
  expect(countryName(egypt, 'ar')).toBe('مصر');
  expect(countryName(egypt, 'pt-BR')).toBe('Egito');
  expect(countryName(egypt, 'en')).toBe('Egypt');
  expect(countryName(egypt, 'no language')).toBe('Egypt');
  expect(countryName({ id: 32, name: 'Argentina' }, 'ja')).toBe('アルゼンチン');
  expect(countryName({ name: 'Kosovo' }, 'de')).toBe('Kosovo');
  expect(countryName({ name: 'Somaliland' }, 'de')).toBe('Somaliland');
});
