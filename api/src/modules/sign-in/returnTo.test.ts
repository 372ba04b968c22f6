import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localPath } from './returnTo.js';

describe('where to go after signing in', () => {
  it.each([
    ['/', '/'],
    ['/explore', '/explore'],
    ['/projects/3?task=7&q=a%2Fb#map', '/projects/3?task=7&q=a%2Fb#map'],
    ['/projects/ünïcode path', '/projects/%C3%BCn%C3%AFcode%20path'],
    ['/%5Cevil.example', '/%5Cevil.example'],
    ['/to?url=https://evil.example//', '/to?url=https://evil.example//'],
    ['/sign-in-help', '/sign-in-help'],
  ])('goes to a path of this site: %s', (asked, path) => {
    expect(localPath(asked)).toBe(path);
  });

  it.each([
    null,
    '',
    'explore',
    'https://evil.example',
    'https:evil.example',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\t//evil.example',
    '/\0',
    '/a\r\nset-cookie: a=b',
    '/.//evil.example',
    '/a/..//evil.example',
    '/%2e//evil.example',
    '/a\\..\\\\evil.example',
    'javascript:alert(1)',
    ' //evil.example',
    `/${'x'.repeat(2000)}`,
    '/sign-in',
    '/sign-in?return_to=/sign-in',
    '/sign-in/callback?code=1',
    '/a/../sign-in',
    '/sign-out',
    '/osm-stand-in/oauth2/authorize',
  ])('goes to the first page instead of %j', (asked) => {
    expect(localPath(asked)).toBe('/');
  });

  it('never leads off this site, whatever it is given', () => {
    const pieces = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '%2e',
      '%2f',
      '\t',
      '\n',
      '@',
      ':',
      '?',
      '#',
      'evil.example',
      'https:',
      ' ',
      'é',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 3 })), { maxLength: 8 }), (parts) => {
        const path = localPath(`/${parts.join('')}`);
        const url = new URL(path, 'https://tasks.example/sign-in/callback');
        expect(url.origin).toBe('https://tasks.example');
        expect(path).toMatch(/^\/(?!\/)[\x21-\x7e]*$/); // fit for a header as it is
      }),
      { numRuns: 3000 },
    );
  });
});
