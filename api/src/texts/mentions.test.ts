import { describe, expect, it } from 'vitest';
import { mentionsIn } from './mentions.js';

describe('mentions', () => {
  it.each([
    ['Thanks @ann!', ['ann']],
    ['@[Ann of the Hills] and @bob_2, @Øyvind', ['Ann of the Hills', 'bob_2', 'Øyvind']],
    ['@ann @ann (@[ann])', ['ann']],
    ['write to ann@example.org', []],
    ['see https://www.openstreetmap.org/user/@ann', []],
    ['see [the wiki](https://example.org) and [text]', []],
    ['`@ann` and ```\n@bob\n``` but @cem', ['cem']],
    ['@ alone, @[], @[ ]', []],
    ['@[two\nlines]', []],
    ['no one', []],
  ])('in %j name %j', (comment, names) => {
    expect(mentionsIn(comment).names).toEqual(names);
  });

  it.each([
    ['#author please look', ['author']],
    ['#mappers #managers, #contributors.', ['managers', 'mappers', 'contributors']],
    ['#authors, #mappers-2, x#author, #hashtag, https://a.org/#author', []],
  ])('in %j name the groups %j', (comment, groups) => {
    expect(mentionsIn(comment).groups).toEqual(groups);
  });

  it('are bounded', () => {
    expect(mentionsIn(Array.from({ length: 200 }, (_, n) => `@p${n}`).join(' ')).names).toHaveLength(50);
  });
});
