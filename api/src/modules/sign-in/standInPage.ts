import type { FastifyReply } from 'fastify';
import type { Services } from '../../graphql/context.js';
import { wayBack, type AuthorizeRequest } from './authorizeRequest.js';
import { html, sendPage } from '../../page.js';
import { peopleToBe } from './standInPeople.js';

/** The page on which one picks whom to be. `again`: what was typed before, and what is wrong with it. */
export async function showPeople(
  reply: FastifyReply,
  { database, settings }: Pick<Services, 'database' | 'settings'>,
  asked: AuthorizeRequest,
  again?: { name: string; wrong: string },
): Promise<FastifyReply> {
  const people = await peopleToBe(database, settings.adminOsmIds);
  const request = Object.entries(asked).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
  const cancel = wayBack(asked, { error: 'access_denied' });
  return sendPage(
    reply,
    again ? 400 : 200,
    'Stand-in for OpenStreetMap',
    html` <p class="note">
        <strong>Stand-in, not OpenStreetMap</strong> This page takes the place of openstreetmap.org while
        ${settings.name} runs on your own computer. It asks for no password, and nothing leaves this computer.
      </p>
      <h1>Who do you want to be?</h1>
      <form method="post">
        ${request}
        <ul class="people">
          ${people.map(
            ({ username, changesetCount, isAdmin }) =>
              html` <li>
                <button class="person" name="name" value="${username}">
                  <span class="letter" aria-hidden="true">${[...username][0] ?? '?'}</span>
                  <span
                    >${username}<small>${isAdmin ? 'Administrator · ' : ''}${experience(changesetCount)}</small></span
                  >
                </button>
              </li>`,
          )}
        </ul>
      </form>
      <h2>Someone new</h2>
      <form method="post">
        ${request}
        <label for="name">Name</label>
        <input
          id="name"
          name="name"
          value="${again?.name ?? ''}"
          required
          minlength="2"
          maxlength="255"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          ${again ? html` autofocus aria-invalid="true" aria-describedby="wrong"` : ''}
        />
        ${again ? html`<p class="wrong" id="wrong" role="alert">${again.wrong}</p>` : ''}
        <label for="changesets">Experience on OpenStreetMap</label>
        <select id="changesets" name="changesets">
          <option value="0">New to mapping</option>
          <option value="300">Some: 300 changesets</option>
          <option value="1000">A lot: 1,000 changesets</option>
        </select>
        <p class="actions"><button>Sign in</button> <a href="${cancel}">Cancel</a></p>
      </form>`,
  );
}

const experience = (changesets: number) =>
  changesets === 0 ? 'New to mapping' : `${changesets.toLocaleString('en')} changesets`;
