import { expect, it } from 'vitest';
import { contactOf, editPages } from './contacts';

it('a name, a name with an @ and an address lead to the same page', () => {
  const page = { name: 'kestrel', href: 'https://x.com/kestrel' };
  for (const written of ['kestrel', ' @kestrel ', 'https://twitter.com/kestrel/?s=20']) {
    expect(contactOf('twitterId', written)).toEqual(page);
  }
});

it('an address never leads elsewhere than to the service it is said to be of', () => {
  expect(contactOf('facebookId', 'javascript:alert(1)').href).toBe(
    `https://www.facebook.com/${encodeURIComponent('javascript:alert(1)')}`,
  );
  expect(contactOf('linkedinId', 'https://evil.example/in/me').href).toBe('https://www.linkedin.com/in/me');
});

it('a name of a service without pages is a name alone', () => {
  expect(contactOf('slackId', '@kestrel')).toEqual({ name: '@kestrel', href: null });
});

it('names with spaces and quotes stay whole in addresses', () => {
  const [osm, osmcha] = editPages('A "b" c', 'https://www.openstreetmap.org');
  expect(osm!.href).toBe('https://www.openstreetmap.org/user/A%20%22b%22%20c');
  expect(JSON.parse(new URL(osmcha!.href).searchParams.get('filters')!).users[0].value).toBe('A "b" c');
});
