// Reads what operators are given (compose file, Dockerfile, Caddyfile, .env.example, docs/operating.md) and says what is wrong
// with it. It cannot run containers; it holds what a parser can see.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseDocument } from 'yaml';
import { settingsNames } from './settings-names.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const read = (path) => readFileSync(path, 'utf8');
const problems = [];
const must = (holds, problem) => holds || problems.push(problem);
const settings = settingsNames();
/** What stands in an environment block for other programs than ours. */
const OTHERS = { database: ['POSTGRES_USER', 'POSTGRES_DB', 'POSTGRES_PASSWORD'], caddy: ['DOMAIN'] };
const SECRET = /PASSWORD|SECRET|TOKEN|KEY/;
/** `${NAME}`, `${NAME:-default}`, `${NAME:?message}` → the names. */
const variablesIn = (text) => [...text.matchAll(/\$\{([A-Z][A-Z0-9_]*)(?::?[-?+][^}]*)?\}/g)].map(([, name]) => name);
const isPinned = (image) => /:[\w.-]*\d[\w.-]*$/.test(image) && !/:latest$/.test(image);

function checkCompose() {
  const path = 'docker/compose.yml';
  const document = parseDocument(read(path), { strict: true, uniqueKeys: true });
  for (const error of [...document.errors, ...document.warnings]) problems.push(`${path}: ${error.message}`);
  const { services = {}, volumes = {} } = document.toJS() ?? {};
  const offered = new Set([...read('docker/.env.example').matchAll(/^([A-Z][A-Z0-9_]*)=/gm)].map(([, name]) => name));

  for (const name of variablesIn(read(path)))
    must(offered.has(name), `docker/.env.example lacks ${name}, which compose.yml uses`);
  for (const name of offered)
    must(settings.has(name) || variablesIn(read(path)).includes(name), `docker/.env.example: nothing reads ${name}`);
  for (const name of ['database', 'api', 'caddy']) must(services[name], `${path}: no service "${name}"`);

  for (const [name, service] of Object.entries(services)) {
    const where = `${path}: service "${name}"`;
    must(isPinned(service.image ?? ''), `${where}: its image "${service.image}" is not pinned to a version`);
    must(service.restart, `${where}: nothing restarts it`);
    must(Array.isArray(service.healthcheck?.test) || name === 'api', `${where}: no health check`); // the api's is in its image
    for (const [variable, value] of Object.entries(service.environment ?? {})) {
      must(
        OTHERS[name] ? OTHERS[name].includes(variable) : settings.has(variable),
        `${where}: ${variable} is not a setting`,
      );
      if (SECRET.test(variable))
        must(
          /^\$\{[A-Z0-9_]+:\?[^}]+\}$/.test(value),
          `${where}: ${variable} must come from docker/.env, and be asked for`,
        );
      must(typeof value === 'string', `${where}: ${variable} must be text, in quotes`);
    }
    for (const [other, { condition }] of Object.entries(service.depends_on ?? {})) {
      must(services[other], `${where}: depends on "${other}", which is no service`);
      must(condition === 'service_healthy', `${where}: must wait until "${other}" is healthy`);
    }
    for (const volume of service.volumes ?? []) {
      const [source] = volume.split(':');
      must(
        source.startsWith('./') ? existsSync(`docker/${source}`) : source in volumes,
        `${where}: there is no ${source}`,
      );
    }
    const open = (service.ports ?? []).map((port) => port.split('/')[0]);
    must(
      name === 'caddy' ? ['80:80', '443:443'].every((port) => open.includes(port)) : open.length === 0,
      `${where}: only Caddy may be reached from outside, at 80 and 443`,
    );
  }
  must(services.api?.environment?.NODE_ENV === 'production', `${path}: the api must run with NODE_ENV=production`);
  must(services.api?.environment?.HOST === '0.0.0.0', `${path}: the api must listen on all addresses of its container`);
  const { dockerfile, context } = services.api?.build ?? {};
  must(
    dockerfile && existsSync(`docker/${context}/${dockerfile}`),
    `${path}: the api is built from a Dockerfile that is not there`,
  );
  must(services.database?.volumes?.length > 0, `${path}: the database has no volume, and would lose its data`);

  const upstream = /reverse_proxy (\S+)/.exec(read('docker/Caddyfile'))?.[1];
  must(
    upstream === `api:${services.api?.environment?.PORT}`,
    `docker/Caddyfile: ${upstream} is not where the api listens`,
  );
  must(/^\{\$DOMAIN\} \{$/m.test(read('docker/Caddyfile')), 'docker/Caddyfile: the site must be {$DOMAIN}');
}

/** The instructions as [keyword, rest], continued lines joined and comments left out. */
const instructionsOf = (text) =>
  text
    .replace(/^\s*#.*\n/gm, '')
    .replace(/\\\n\s*/g, ' ')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => [line.split(' ')[0], line.slice(line.indexOf(' ') + 1).trim()]);

function checkDockerfile() {
  const path = 'docker/Dockerfile';
  const instructions = instructionsOf(read(path));
  const stages = [];
  for (const [keyword, rest] of instructions) {
    must(
      /^(FROM|ARG|ENV|WORKDIR|COPY|RUN|USER|EXPOSE|HEALTHCHECK|CMD)$/.test(keyword),
      `${path}: unknown instruction ${keyword}`,
    );
    if (keyword === 'FROM') {
      const [, image, name] = /^(\S+) AS (\S+)$/.exec(rest) ?? [];
      must(name, `${path}: a stage has no name: FROM ${rest}`);
      must(isPinned(image ?? ''), `${path}: ${rest} is not pinned to a version`);
      stages.push({ name, instructions: [] });
    } else stages.at(-1).instructions.push([keyword, rest]);
    if (keyword === 'ENV' || keyword === 'ARG')
      must(!SECRET.test(rest), `${path}: ${keyword} ${rest} puts a secret into the image`);
    const from = keyword === 'COPY' && /^--from=(\S+)/.exec(rest)?.[1];
    if (from)
      must(
        stages.slice(0, -1).some(({ name }) => name === from),
        `${path}: there is no stage "${from}" before COPY ${rest}`,
      );
    else if (keyword === 'COPY')
      for (const source of rest.split(' ').slice(0, -1))
        must(existsSync(source), `${path}: COPY ${source}: there is no such file`);
  }
  must(stages.length > 1, `${path}: what builds the program must not be in the image that runs it`);
  const last = (keyword) => stages.at(-1).instructions.findLast(([name]) => name === keyword)?.[1] ?? '';
  must(/^(?!root$|0$)\w+$/.test(last('USER')), `${path}: the program must not run as root`);
  must(last('HEALTHCHECK').includes('/health'), `${path}: the health check must ask /health`);
  for (const [name] of last('ENV').matchAll(/\b[A-Z][A-Z0-9_]*(?==)/g))
    must(settings.has(name), `${path}: ${name} is not a setting`);
  try {
    const program = JSON.parse(last('CMD')).at(-1);
    must(
      existsSync(program.replace('/dist/', '/src/').replace(/\.js$/, '.ts')),
      `${path}: nothing is built as ${program}`,
    );
    must(!existsSync('api/dist') || existsSync(program), `${path}: ${program} was not built`);
  } catch {
    problems.push(`${path}: CMD must be a list, so that signals reach the program`);
  }
}

function checkOperatingGuide() {
  const path = 'docs/operating.md';
  const named = new Set([...read(path).matchAll(/^\| `([A-Z][A-Z0-9_]*)`/gm)].map(([, name]) => name));
  for (const name of settings) must(named.has(name), `${path}: the setting ${name} is not described`);
  for (const name of named) must(settings.has(name), `${path}: ${name} is no setting of api/src/settings.ts`);
}

checkCompose();
checkDockerfile();
checkOperatingGuide();
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);
console.log('Compose file, Dockerfile, Caddyfile, .env.example and operating guide fit together.');
