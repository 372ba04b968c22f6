import type { FastifyReply } from 'fastify';

/** Text that is HTML already. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = string | number | Html | Html[];

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function render(part: Part): string {
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map(render).join('');
  return String(part).replace(/[&<>"']/g, (character) => ESCAPES[character]!);
}

/** HTML in which everything put into it is escaped, unless it is HTML made by this too. */
export const html = (strings: TemplateStringsArray, ...parts: Part[]): Html =>
  new Html(String.raw({ raw: strings }, ...parts.map(render)));

/** Puts HTML in as it is: only what was cleaned before, or is our own. */
export const asIs = (text: string): Html => new Html(text);

/** The product's colours, measures and focus ring; one page needs no more. */
const STYLE = `
:root { color-scheme: light dark; --bg: #F7F5F1; --surface: #FFFFFF; --hover: #F6F3EE; --line: #E4DFD6; --line-strong: #8A8276;
  --text: #1E1B17; --text-2: #57514A; --accent: #2A4BB8; --accent-hover: #223E9C; --accent-soft: #E9EDFA; --on-accent: #fff;
  --warn-soft: #FFF3DD; --warn-text: #6B4300; --warn-line: #E7B967; --danger: #B3261E; }
@media (prefers-color-scheme: dark) { :root { --bg: #15181B; --surface: #1C2024; --hover: #24292E; --line: #30363C;
  --line-strong: #7D868F; --text: #F0F1F2; --text-2: #B9BFC6; --accent: #9DB2FF; --accent-hover: #B6C6FF; --accent-soft: #26304F;
  --on-accent: #101A3D; --warn-soft: #3A2D12; --warn-text: #FFDD9E; --warn-line: #7A5E22; --danger: #FF9A8F; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 48px 16px; background: var(--bg); color: var(--text); font: 15px/22px "Inter Variable", Inter, system-ui, sans-serif; }
main { max-width: 440px; margin: 0 auto; padding: 24px; background: var(--surface); border: 1px solid var(--line); border-radius: 16px; }
h1 { margin: 0 0 8px; font-size: 19px; line-height: 25px; font-weight: 650; letter-spacing: -0.012em; }
h2 { margin: 24px 0 8px; font-size: 15px; font-weight: 600; }
p { margin: 0 0 16px; color: var(--text-2); }
.note { margin: 0 0 20px; padding: 12px; color: var(--warn-text); background: var(--warn-soft); border: 1px solid var(--warn-line); border-radius: 10px; }
.note strong { display: block; }
.wrong { margin: 6px 0 0; color: var(--danger); }
.actions { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; margin: 20px 0 0; }
.button, button { display: inline-flex; align-items: center; justify-content: center; min-height: 44px; padding: 0 20px; font: inherit;
  font-weight: 600; color: var(--on-accent); background: var(--accent); border: 0; border-radius: 8px; text-decoration: none; cursor: pointer; }
.button:hover, button:hover { background: var(--accent-hover); }
a { color: var(--accent); }
a:not(.button) { padding: 11px 0; }
.people { display: grid; gap: 8px; margin: 0; padding: 0; list-style: none; }
.person { width: 100%; min-height: 52px; padding: 6px 12px; gap: 12px; justify-content: flex-start; text-align: start; font-weight: 500;
  color: var(--text); background: none; border: 1px solid var(--line); border-radius: 10px; }
.person:hover { background: var(--hover); }
.person span { min-width: 0; overflow-wrap: anywhere; }
.person small { display: block; font-size: 13px; line-height: 18px; font-weight: 400; color: var(--text-2); }
.person .letter { flex: none; display: grid; place-items: center; width: 36px; height: 36px; color: var(--accent); background: var(--accent-soft);
  border-radius: 999px; font-weight: 600; text-transform: uppercase; }
label { display: block; margin: 12px 0 4px; font-weight: 500; }
input, select { width: 100%; min-height: 44px; padding: 0 12px; font: inherit; font-size: 16px; color: var(--text); background: var(--surface);
  border: 1px solid var(--line-strong); border-radius: 8px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
@media (max-width: 699px) { body { padding: 12px; } main { padding: 16px; } }
`;

/** A whole page without scripts, pictures or anything from elsewhere. */
export function sendPage(reply: FastifyReply, status: number, title: string, body: Html): FastifyReply {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <style>
          ${asIs(STYLE)}
        </style>
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html> `;
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
    )
    .send(page.text);
}
