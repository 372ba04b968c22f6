import { LRUCache } from 'lru-cache';
import MarkdownIt, { type StateInline } from 'markdown-it';
import sanitize from 'sanitize-html';
import { MENTION, NO_MENTION_AFTER } from './mentions.js';

/** Where links to pages of this instance begin. */
interface Site {
  baseUrl?: string;
}

/**
 * Markdown of people as HTML that is safe to show as it is: formatting, lists, tables, links, and pictures over https or kept here. Whatever
 * could run, load or lay itself over the page is taken out, in Markdown and in HTML that was written into it. `@name` and
 * `@[name]` lead to the person. It never throws: what cannot be read as Markdown is shown as it was written.
 */
export function htmlOf(markdown: string, { baseUrl = '' }: Site): string {
  return sanitize(rendered(markdown, parserOf(baseUrl)), SAFE);
}

/**
 * Markdown as clients of v2 are used to get texts: without links from mentions, which they make themselves, with tags
 * that are not taken shown as words, and nothing behind the last tag. As safe as `htmlOf`.
 */
export function oldHtmlOf(markdown: string): string {
  const html = made.get(markdown) ?? sanitize(rendered(markdown, oldParser), OLD).replaceAll(' />', '>').trim();
  if (markdown) made.set(markdown, html);
  return html;
}

/** Whole projects are read again and again with all their texts, and to make one of them HTML takes a millisecond. */
const made = new LRUCache<string, string>({
  maxSize: 5_000_000, // characters
  sizeCalculation: (html, markdown) => html.length + markdown.length + 1,
});

/** A comment as v2 gives it: the words as they were written, Markdown and all, with only the plainest tags left as tags. */
export const oldCommentOf = (words: string): string =>
  /[<>&]/.test(words) ? sanitize(words, OLD_COMMENT).replaceAll(' />', '>') : words;

/**
 * A text without its tags, in one line, where plain words are wanted: an original keeps short descriptions as HTML, and its clients
 * send them so. One without tags or entities is as it was written.
 */
export function wordsOf(text: string): string {
  if (!MARKUP.test(text)) return text;
  const words = sanitize(text.replace(BREAKS, ' $&'), { allowedTags: [], allowedAttributes: {} });
  return words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').replace(/\s+/g, ' ').trim();
}

const oldParser = new MarkdownIt({ html: true, linkify: true, breaks: true });
oldParser.renderer.rules.s_open = () => '<del>';
oldParser.renderer.rules.s_close = () => '</del>';

/** HTML, not safe yet. */
function rendered(markdown: string, parser: MarkdownIt): string {
  try {
    return parser.render(markdown);
  } catch {
    return `<pre>${parser.utils.escapeHtml(markdown)}</pre>`;
  }
}

const parsers = new Map<string, MarkdownIt>();
function parserOf(baseUrl: string): MarkdownIt {
  const known = parsers.get(baseUrl);
  if (known) return known;
  const parser = new MarkdownIt({ html: true, linkify: true, breaks: true });
  parser.inline.ruler.before('link', 'mention', (state, silent) => mention(state as Inline, silent, baseUrl));
  parsers.set(baseUrl, parser);
  return parser;
}

/** The types of markdown-it forget a field. */
type Inline = StateInline & { linkLevel: number };

const HERE = new RegExp(MENTION, 'uy');
const AFTER = new RegExp(`${NO_MENTION_AFTER}$`, 'u');

/** A mention as `mentionsIn` finds it, outside of code and links, as a link to the person. */
function mention(state: Inline, silent: boolean, baseUrl: string): boolean {
  const { src, pos } = state;
  if (src[pos] !== '@' || state.linkLevel > 0 || AFTER.test(src.slice(Math.max(pos - 2, 0), pos))) return false;
  HERE.lastIndex = pos;
  const [raw, bracketed, word] = HERE.exec(src) ?? [];
  const name = (bracketed ?? word)?.trim();
  if (!raw || !name || pos + raw.length > state.posMax) return false;
  if (!silent) {
    state.push('link_open', 'a', 1).attrSet('href', `${baseUrl}/users/${encodeURIComponent(name)}`);
    state.push('text', '', 0).content = `@${name}`;
    state.push('link_close', 'a', -1);
  }
  state.pos += raw.length;
  return true;
}

/** Alignment is all that a cell keeps of its style. */
const cell: sanitize.Transformer = (tagName, { style, ...attribs }) => {
  const align = /text-align:\s*(left|center|right)/.exec(style ?? '')?.[1];
  return { tagName, attribs: { ...(align && { align }), ...attribs } };
};

/** Over https, or one that this instance keeps itself. */
const PICTURE = /^(https:\/\/|\/uploads\/[0-9a-f]{40}\.[a-z]+$)/i;

// No class, id, name or style: with them a text could look like, or stand for, a part of the page.
const SAFE: sanitize.IOptions = {
  allowedTags: [
    ...['p', 'br', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'code', 'kbd', 'samp', 'var'],
    ...['strong', 'b', 'em', 'i', 'u', 's', 'del', 'ins', 'mark', 'small', 'sub', 'sup', 'abbr', 'cite', 'q'],
    ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'a', 'img', 'details', 'summary'],
    ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
  ],
  allowedAttributes: {
    a: ['href', 'title', 'rel'],
    img: ['src', 'alt', 'title', 'width', 'height'],
    ol: ['start'],
    th: ['align', 'colspan', 'rowspan'],
    td: ['align', 'colspan', 'rowspan'],
    abbr: ['title'],
    '*': ['dir', 'lang'],
  },
  allowedSchemes: ['https', 'http', 'mailto'],
  allowedSchemesByTag: { img: ['https'] },
  allowProtocolRelative: false,
  transformTags: {
    th: cell,
    td: cell,
    a: (tagName, { href, title }) => ({
      tagName,
      attribs: { ...(href && { href }), ...(title && { title }), rel: 'noopener nofollow' },
    }),
  },
  exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !PICTURE.test(attribs.src ?? ''),
  nestingLimit: 50,
};

const TAGS = [...(SAFE.allowedTags as string[]), 'div', 'span', 'iframe', 'script', 'style'].join('|');
const MARKUP = new RegExp(`</?(${TAGS})(\\s[^<>]*)?/?>|&(#\\d+|#x[\\da-f]+|[a-z]+);`, 'i');
/** Where words on both sides are not one word. */
const BREAKS = /<(\/?(p|div|li|h[1-6]|t[dhr])|[bh]r)\b[^>]*>/gi;

const OLD: sanitize.IOptions = {
  ...SAFE,
  disallowedTagsMode: 'escape',
  transformTags: {
    th: cell,
    td: cell,
    a: (tagName, { href, title }) => ({
      tagName,
      attribs: {
        ...(href && { href }),
        ...(title && { title }),
        ...(href?.startsWith('mailto:') ? {} : { rel: 'nofollow' }),
      },
    }),
  },
};

const OLD_COMMENT: sanitize.IOptions = {
  allowedTags: ['a', 'abbr', 'b', 'blockquote', 'code', 'em', 'i', 'li', 'ol', 'strong', 'ul'],
  allowedAttributes: { a: ['href', 'title', 'rel'], abbr: ['title'] },
  transformTags: { a: sanitize.simpleTransform('a', { rel: 'noopener nofollow' }) },
  allowedSchemes: ['https', 'http', 'mailto'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'escape',
};
