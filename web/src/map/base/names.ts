/** Countries of the map that ISO 3166 gives no number, by their English names; the others go by that number. */
const UNNUMBERED: Record<string, string> = { Kosovo: 'XK' };

/** The name of a country in a language; in English, as the map has it, where the browser knows none. */
export function countryName(country: { id?: string | number; name: string }, language: string): string {
  const code = country.id === undefined ? UNNUMBERED[country.name] : String(country.id).padStart(3, '0');
  if (!code || language === 'en') return country.name;
  try {
    // Names go by letters (FJ); a locale knows which are those of a number (242).
    const region = new Intl.Locale(`und-${code}`).region ?? code;
    return new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }).of(region) ?? country.name;
  } catch {
    return country.name; // the browser does not know the language
  }
}
