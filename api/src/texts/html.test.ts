import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlOf, oldCommentOf, oldHtmlOf, wordsOf } from './html.js';
import { ATTACKS } from '../../test/attacks.js';

const html = (markdown: string) => htmlOf(markdown, {}).trim();

/** The tags that may come out, each with the attributes it may have. Written apart from what the renderer allows. */
const TAGS: Record<string, RegExp> = {
  a: /^(href|title|rel)$/,
  img: /^(src|alt|title|width|height)$/,
  ol: /^start$/,
  th: /^(align|colspan|rowspan)$/,
  td: /^(align|colspan|rowspan)$/,
  abbr: /^title$/,
};
const PLAIN =
  /^(p|br|hr|h[1-6]|blockquote|pre|code|kbd|samp|var|strong|b|em|i|u|s|del|ins|mark|small|sub|sup|cite|q|ul|li|dl|dt|dd|details|summary|table|caption|thead|tbody|tfoot|tr)$/;
const ADDRESS: Record<string, RegExp> = {
  // or no scheme at all: what is before a colon is one only if it is written like one
  href: /^(https?:|mailto:|(?![a-z][a-z0-9+.-]*:))/i,
  src: /^(https:\/\/|\/uploads\/[0-9a-f]{40}\.png$)/i,
};

/** What is unsafe in HTML, found without a parser: whatever is not a tag of the list, spelt the strict way, may hold no `<`. */
function faultsOf(output: string): string[] {
  const faults: string[] = [];
  const rest = output.replace(
    /<(\/?)([a-z][a-z0-9]*)((?: [a-z]+="[^"<>]*")*)( \/)?>/g,
    (tag, _end, name: string, attributes: string) => {
      if (!PLAIN.test(name) && !TAGS[name]) faults.push(tag);
      for (const [, attribute, value] of attributes.matchAll(/ ([a-z]+)="([^"]*)"/g)) {
        if (attribute !== 'dir' && attribute !== 'lang' && !TAGS[name]?.test(attribute!)) faults.push(tag);
        // eslint-disable-next-line no-control-regex -- browsers drop them from addresses
        const address = value!.replaceAll('&amp;', '&').replace(/[\x00-\x20]/g, '');
        if (/&(?!(amp|lt|gt|quot);)/.test(value!)) faults.push(tag);
        if (ADDRESS[attribute!]?.test(address) === false) faults.push(tag);
      }
      return '';
    },
  );
  if (rest.includes('<')) faults.push(rest.slice(rest.indexOf('<'), rest.indexOf('<') + 80));
  for (const [link] of output.matchAll(/<a [^>]*>|<a>/g))
    if (!link.includes('rel="noopener nofollow"')) faults.push(link);
  return faults;
}

describe('texts as HTML', () => {
  it.each([
    ['hello **b** ~~x~~\nline', '<p>hello <strong>b</strong> <s>x</s><br />\nline</p>'],
    ['# A\n\n- one\n- two', '<h1>A</h1>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>'],
    ['see https://a.org', '<p>see <a href="https://a.org" rel="noopener nofollow">https://a.org</a></p>'],
    ['[x](/projects/1)', '<p><a href="/projects/1" rel="noopener nofollow">x</a></p>'],
    ['![p](https://a.org/p.png)![q](http://a.org/q.png)', '<p><img src="https://a.org/p.png" alt="p" /></p>'],
    [
      `![p](/uploads/${'0a'.repeat(20)}.png)![q](/uploads/../graphql)![r](/sign-out)`,
      `<p><img src="/uploads/${'0a'.repeat(20)}.png" alt="p" /></p>`,
    ],
    ['a < b & `<i>`', '<p>a &lt; b &amp; <code>&lt;i&gt;</code></p>'],
    ['<b style="x">b</b><font color=red>f</font>', '<p><b>b</b>f</p>'],
    ['', ''],
    ['  \n', ''],
  ])('%j', (markdown, expected) => expect(html(markdown)).toBe(expected));

  it('has tables with their alignment', () => {
    expect(html('|a|b|\n|-|:-:|\n|1|2|')).toContain('<td>1</td>\n<td align="center">2</td>');
  });

  it('leads from a mention to the person, not from code, links and addresses', () => {
    expect(htmlOf('@ann @[Ann of the Hills]!', { baseUrl: 'https://tasks.example' })).toBe(
      '<p><a href="https://tasks.example/users/ann" rel="noopener nofollow">@ann</a> <a href="https://tasks.example/users/Ann%20of%20the%20Hills" rel="noopener nofollow">@Ann of the Hills</a>!</p>\n',
    );
    expect(html('`@ann` a@ann, /@ann').match(/<a /g)).toBeNull();
    expect(html('[@ann](https://a.org)').match(/<a /g)).toHaveLength(1);
    expect(html('**@ann**')).toContain('/users/ann');
  });

  it.each([
    '<script>x</script>',
    '<a href="javascript:x" rel="noopener nofollow">',
    '<a href="javascript&colon;x" rel="noopener nofollow">',
    '<a href="https://a.org">',
    '<img src="http://a.org/x.png" />',
    '<img src="https://a.org/x.png" onerror="x" />',
    '<p style="x">',
    '<b x',
  ])('are known to be harmful: %j', (output) => expect(faultsOf(output)).not.toEqual([]));

  it.each(ATTACKS)('is harmless: %j', (attack) => {
    expect(faultsOf(html(attack))).toEqual([]);
  });

  it('is harmless however attacks are mixed, cut and nested', () => {
    const piece = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...ATTACKS) },
      {
        weight: 4,
        arbitrary: fc
          .tuple(fc.constantFrom(...ATTACKS), fc.nat(60), fc.nat(60))
          .map(([attack, from, length]) => attack.slice(from, from + length)),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          '\n',
          '\n\n',
          '> ',
          '- ',
          '`',
          '```\n',
          '|',
          '[',
          '](',
          ')',
          '<',
          '>',
          '"',
          "'",
          '\\',
          '@[',
          '&',
          '<!--',
          '-->',
          '\t',
        ),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 10 }) },
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        expect(faultsOf(html(pieces.join('')))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is harmless also when it is taken for Markdown again', () => {
    for (const attack of ATTACKS) {
      expect(faultsOf(html(html(attack)))).toEqual([]);
    }
  });

  it.each([
    ['a\nb ~~x~~', '<p>a<br>\nb <del>x</del></p>'],
    ['ask @[Ann of the Hills] and @bob', '<p>ask @[Ann of the Hills] and @bob</p>'],
    ['see https://a.org', '<p>see <a href="https://a.org" rel="nofollow">https://a.org</a></p>'],
    ['<p>a</p>\n<p>b</p>', '<p>a</p>\n<p>b</p>'],
    ['<iframe src="https://a.org"></iframe>', '&lt;iframe&gt;&lt;/iframe&gt;'],
  ])('%j is in v2 %j', (markdown, expected) => expect(oldHtmlOf(markdown)).toBe(expected));

  it.each([
    ['**b** > a & @[c]', '**b** &gt; a &amp; @[c]'],
    ['<b>x</b> <i onclick="y">z</i>', '<b>x</b> <i>z</i>'],
    ['<script>x</script><img src=x>', '&lt;script&gt;x&lt;/script&gt;&lt;img /&gt;'],
    ['<a href="javascript:x">y</a>', '<a rel="noopener nofollow">y</a>'],
  ])('%j is as a comment of v2 %j', (words, expected) => expect(oldCommentOf(words)).toBe(expected));

  it.each(ATTACKS)('is harmless in v2: %j', (attack) => {
    const withoutRel = (faults: string[]) => faults.filter((fault) => !fault.startsWith('<a '));
    expect(withoutRel(faultsOf(oldHtmlOf(attack)))).toEqual([]);
    expect(withoutRel(faultsOf(oldHtmlOf(oldHtmlOf(attack))))).toEqual([]);
    expect(faultsOf(oldCommentOf(attack))).toEqual([]);
  });

  it.each([
    '> ',
    '- ',
    '[',
    '![',
    '**a_',
    '*_',
    '`a',
    '<',
    '<a ',
    '@[',
    'a@b.',
    'a**b',
    '<b>',
    '<div>\n',
    '[a]: b\n',
    'www.',
    '|',
    '&',
    '\\',
    '1. ',
  ])('is made of 20,000 characters of %j in a moment', (part) => {
    const begun = performance.now();
    html(part.repeat(20_000 / part.length));
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});

describe('the words of a text', () => {
  it.each([
    ['<p>Buildings and roads of Iquitos before the rains.</p>', 'Buildings and roads of Iquitos before the rains.'],
    ['<p>First.</p>\n<p>Second, with <a href="https://example.org">a link</a><br>and <em>stress</em>.</p>', 'First. Second, with a link and stress.'],
    ['<ul><li>One</li><li>Two</li></ul>', 'One Two'],
    ['<p>Roads &amp; rivers, &lt; 5 m wide, &quot;named&quot;&nbsp;&#39;too&#39;</p>', `Roads & rivers, < 5 m wide, "named" 'too'`],
    ['<p>&amp;lt;b&amp;gt;</p>', '&lt;b&gt;'],
    ['<script>alert(1)</script><p>Map.</p>', 'Map.'],
  ])('%s', (text, words) => expect(wordsOf(text)).toBe(words)); // prettier-ignore

  it.each(['Map  roads\n& rivers', 'where width < 5 and > 2', 'a<b, R&D', 'tag it <building>', '**All** of [it](x)'])(
    'are as they were written without tags: %s',
    (text) => expect(wordsOf(text)).toBe(text),
  );
});
