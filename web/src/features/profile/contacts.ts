/** Names of services, the same in every language. */
export const SERVICES = {
  twitterId: 'X',
  facebookId: 'Facebook',
  linkedinId: 'LinkedIn',
  slackId: 'Slack',
  skypeId: 'Skype',
  ircId: 'IRC',
};

export type ContactKey = keyof typeof SERVICES;

/** Where the pages of a service are: its host, and what comes before the name. Others are names to look up by hand. */
const PAGES: Partial<Record<ContactKey, { host: string; path: string }>> = {
  twitterId: { host: 'x.com', path: '/' },
  facebookId: { host: 'www.facebook.com', path: '/' },
  linkedinId: { host: 'www.linkedin.com', path: '/in/' },
};

/**
 * What somebody wrote of an account elsewhere, as a name and, where it is known, the address of its page. People write
 * names, names with an @, and whole addresses; an address counts only for the last part of its path, so that a link says
 * truly where it leads.
 */
export function contactOf(key: ContactKey, written: string): { name: string; href: string | null } {
  const last =
    written
      .trim()
      .replace(/[?#].*$/, '')
      .replace(/\/+$/, '')
      .split('/')
      .at(-1) ?? '';
  const page = PAGES[key];
  if (!page) return { name: written.trim(), href: null };
  const name = last.replace(/^@/, '');
  return { name, href: `https://${page.host}${page.path}${encodeURIComponent(name)}` };
}

/** Pages elsewhere that show what an account edited in OpenStreetMap. */
export function editPages(username: string, osmUrl: string) {
  const filters = JSON.stringify({ users: [{ label: username, value: username }] });
  return [
    { key: 'osm', name: 'OpenStreetMap', href: `${osmUrl}/user/${encodeURIComponent(username)}` },
    { key: 'osmcha', name: 'OSMCha', href: `https://osmcha.org/?filters=${encodeURIComponent(filters)}` },
    { key: 'hdyc', name: 'HDYC', href: `https://hdyc.neis-one.org/?${encodeURIComponent(username)}` },
  ];
}
