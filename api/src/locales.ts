/** Accept-Language as locales (pt_BR), most wanted first; what is refused (q=0) or is no language is left out. */
export const localesOf = (header = ''): string[] =>
  header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((each) => each.trim());
      const weight = parameters.find((each) => each.startsWith('q='))?.slice(2);
      return { locale: tag.replaceAll('-', '_'), weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ locale, weight }) => /^[A-Za-z]{2,3}(_\w+)*$/.test(locale) && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ locale }) => locale);
