import { asIs, html, type Html } from '../../page.js';

/**
 * Colours stand in the tags, because some mail programs drop the sheet of styles; those that read it get dark colours too.
 * Nothing is fetched from anywhere.
 */
const DARK = `
@media (prefers-color-scheme: dark) {
  body, .back { background: #15181B !important; }
  .card { background: #1C2024 !important; border-color: #30363C !important; color: #F0F1F2 !important; }
  .item { border-color: #30363C !important; }
  .soft { color: #B9BFC6 !important; }
  a, .link { color: #9DB2FF !important; }
  a.button { background: #9DB2FF !important; color: #101A3D !important; }
}`;

const FONT = 'font-family:Inter,system-ui,-apple-system,Segoe UI,Roboto,sans-serif;font-size:15px;line-height:22px';

/** A link that looks like a button. */
export const button = (url: string, words: string): Html =>
  html`<p style="margin:20px 0 0">
    <a
      class="button"
      href="${url}"
      style="display:inline-block;padding:11px 20px;border-radius:8px;background:#2A4BB8;color:#ffffff;font-weight:600;text-decoration:none"
      >${words}</a
    >
  </p>`;

interface Parts {
  title: string;
  /** What the instance is called. */
  name: string;
  baseUrl: string;
  body: Html;
  footer: Html;
}

/** A whole mail as HTML. */
export const layout = ({ title, name, baseUrl, body, footer }: Parts): string =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>${title}</title>
        <style>
          ${asIs(DARK)}
        </style>
      </head>
      <body style="margin:0;padding:0;background:#F7F5F1">
        <div class="back" style="padding:24px 12px;background:#F7F5F1">
          <div
            class="card"
            style="max-width:600px;margin:0 auto;padding:24px;background:#FFFFFF;border:1px solid #E4DFD6;border-radius:16px;color:#1E1B17;${FONT}"
          >
            <p style="margin:0 0 8px;font-size:13px">
              <a class="soft" href="${baseUrl}" style="color:#57514A;text-decoration:none">${name}</a>
            </p>
            <h1 style="margin:0 0 16px;font-size:19px;line-height:25px;font-weight:650">${title}</h1>
            ${body}
            <p class="soft" style="margin:24px 0 0;font-size:13px;line-height:18px;color:#57514A">${footer}</p>
          </div>
        </div>
      </body>
    </html> `.text;
