import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Services } from '../../graphql/context.js';
import { html, sendPage, type Html } from '../../page.js';
import { LinkNotUsable } from './errors.js';
import { ABOUT, listed } from './kinds.js';
import { readUnsubscription, readVerification } from './links.js';
import { unsubscribe, verifyEmail } from './service.js';

/**
 * Where links in mails lead: /verify-email and /unsubscribe. To open one changes nothing, because programs that look for malware
 * open them too; the button does, and so does the one click of a mail program (RFC 8058).
 */
export function serveMailLinks(app: FastifyInstance, services: Services): void {
  const { mail } = services.settings;
  void app.register(async (scope) => {
    // What is posted says nothing that the address does not.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit: 20_000 }, (_request, _body, done) => done(null));
    scope.setErrorHandler((error, request, reply) => {
      if (error instanceof LinkNotUsable)
        return page(reply, 400, 'This link does not work', html`<p>${error.message}</p>`);
      request.log.error({ err: error }, 'a link of a mail failed');
      return page(
        reply,
        500,
        'Something went wrong here',
        html`<p>Nothing was changed. Wait a minute, then try again.</p>`,
      );
    });

    scope.get('/verify-email', async (request, reply) => {
      const { email } = readVerification(mail, tokenOf(request));
      return page(
        reply,
        200,
        'Confirm your mail address',
        html`<p>Is ${email} your address? Then mail can come to it.</p>
          ${press(request, 'Yes, it is mine')}`,
      );
    });
    scope.post('/verify-email', async (request, reply) => {
      const email = await verifyEmail(services, tokenOf(request));
      return page(reply, 200, 'Your address is confirmed', html`<p>Mail comes to ${email} from now on.</p>`);
    });
    scope.get('/unsubscribe', async (request, reply) => {
      const { types } = readUnsubscription(mail, tokenOf(request));
      return page(
        reply,
        200,
        'Stop these mails?',
        html`<p>You would get no more mails about ${listed(types.map((type) => ABOUT[type]))}.</p>
          ${press(request, 'Stop these mails')}`,
      );
    });
    scope.post('/unsubscribe', async (request, reply) => {
      const { types } = await unsubscribe(services, tokenOf(request));
      return page(
        reply,
        200,
        'These mails have stopped',
        html`<p>
          You get no more mails about ${listed(types.map((type) => ABOUT[type]))}. You can still read them here, and
          change this in your settings.
        </p>`,
      );
    });
  });
}

const tokenOf = ({ url }: FastifyRequest) => new URL(url, 'http://here').searchParams.get('token') ?? '';

/** A form that posts to the address it is at. */
const press = (request: FastifyRequest, words: string): Html =>
  html`<form method="post" action="${request.url}"><button>${words}</button></form>`;

const page = (reply: FastifyReply, status: number, title: string, body: Html): FastifyReply =>
  sendPage(
    reply,
    status,
    title,
    html` <h1>${title}</h1>
      ${body}
      <p class="actions"><a href="/">Go to the site</a></p>`,
  );
