import { describe, expect, it } from 'vitest';
import { available, LANGUAGES, offered, pickLanguage, varietyOf } from './languages';

describe('the language of the interface', () => {
  it.each([
    [['de-AT', 'en'], 'de'],
    [['pt-BR'], 'pt-BR'],
    [['pt_PT'], 'pt'],
    [['zh-Hant-HK', 'en'], 'zh-TW'],
    [['zh-Hans-CN'], 'zh'],
    [['iw'], 'he'],
    [['xx', 'fr-CA'], 'fr'],
    [['xx'], 'en'],
    [[], 'en'],
  ])('for who wants %j is %s', (wanted, code) => {
    expect(pickLanguage(wanted, LANGUAGES).code).toBe(code);
  });

  it.each([
    ['de', ['de-AT', 'de'], 'de-AT'],
    ['pt', ['pt-BR'], 'pt'],
    ['zh', ['zh-TW', 'zh-CN'], 'zh-CN'],
    ['he', ['iw'], 'he'],
    ['fr', ['de'], 'fr'],
  ])('%s for who wants %j has the numbers of %s', (code, wanted, variety) => {
    expect(varietyOf(code, wanted)).toBe(variety);
  });

  it('can be chosen of those that the operators offer', () => {
    const codes = (chosen: string[] | null) => offered(chosen).map(({ code }) => code);
    expect(codes(null)).toEqual(available.map(({ code }) => code));
    expect(codes(['pt_BR', 'fa_IR', 'en'])).toEqual(['en', 'fa', 'pt-BR']);
    expect(codes(['de', 'tl'])).toEqual(['de']);
    expect(codes(['tl'])).toEqual(codes(null));
    expect(pickLanguage(['fr'], offered(['de'])).code).toBe('de');
  });
});
