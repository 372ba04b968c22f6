// npm run demo [address]: an organisation, people and three projects over real places, with tasks in all states, in a running
// program. Everything is done by the people themselves, over the public API.
import { boundaryOf } from './boundaries.mjs';
import { Instance, OPERATIONS } from './demo-actions.mjs';
import { COMMENTS, MAPPERS, ORGANISATION, PROJECTS, REQUESTS, VALIDATORS } from './demo-projects.mjs';

const address = process.argv[2] ?? `http://127.0.0.1:${process.env.PORT ?? 3000}`;
const instance = new Instance(address.replace(/\/$/, ''));

/** The same choices in every run (a linear congruential generator). */
let seed = 7;
const chance = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
const oneOf = (list) => list[Math.floor(chance() * list.length)];
const progress = (text) => process.stdout.isTTY && process.stdout.write(`\r\x1b[K  ${text}`);
const done = (text) => console.log(`${process.stdout.isTTY ? '\r\x1b[K' : ''}  ${text}`);

async function signInAll() {
  const { instance: about } = await instance.ask(OPERATIONS.instance).catch(() => {
    throw new Error(`Nothing answers at ${address}. Run npm start in another terminal first.`);
  });
  if (!about.standIn)
    throw new Error(
      'The demo invents people, which only works with the stand-in for OpenStreetMap: on your own computer, with TM_CLIENT_ID unset.',
    );
  const tokens = { admin: await instance.signIn('admin') };
  for (const { name, changesets } of [...MAPPERS, ...VALIDATORS])
    tokens[name] = await instance.signIn(name, changesets);
  return tokens;
}

async function organisationNumber(token) {
  const { organisations } = await instance.ask(OPERATIONS.organisations);
  const known = organisations.nodes.find(({ name }) => name === ORGANISATION.name);
  if (known) return known.number;
  const { organisation } = await instance.change(OPERATIONS.createOrganisation, { input: ORGANISATION }, token);
  return organisation.number;
}

/** A person maps one task near the last; the number of the task, or undefined when none is left. */
async function mapOne(project, token, near) {
  const task = await instance
    .change(OPERATIONS.lockNext, { project, near }, token)
    .then((answer) => answer.task)
    .catch((error) => {
      if (error.code === 'NOTHING_LEFT') return undefined;
      throw error;
    });
  if (!task) return undefined;
  const { number } = task;
  if (chance() < 0.04) {
    await instance.change(OPERATIONS.stop, { project, number, comment: 'No time left today.' }, token);
    return number;
  }
  const status = chance() < 0.05 ? 'BADIMAGERY' : 'MAPPED';
  const comment = status === 'BADIMAGERY' ? 'Clouds over most of it.' : chance() < 0.3 ? oneOf(COMMENTS) : undefined;
  await instance.change(OPERATIONS.submit, { project, number, version: task.lock.version, status, comment }, token);
  return number;
}

/** All mappers at once, each going on next to their last task, until so many were worked on. */
async function mapTogether(project, tokens, count, total) {
  let finished = 0;
  await Promise.all(
    MAPPERS.map(async ({ name }, index) => {
      let near = 1 + Math.floor((total * (index + 0.5)) / MAPPERS.length);
      while (finished < count) {
        finished++;
        const number = await mapOne(project, tokens[name], near);
        if (number === undefined) return;
        near = number;
        progress(`mapping: ${finished} of ${count}`);
      }
    }),
  );
}

async function validateTogether(project, tokens, count, issues) {
  for (let finished = 0; finished < count;) {
    const validator = oneOf(VALIDATORS).name;
    const { tasks } = (await instance.ask(OPERATIONS.mapped, { project, first: 100 })).project;
    if (tasks.nodes.length === 0) return;
    const from = Math.floor(chance() * Math.max(1, tasks.nodes.length - 5));
    const numbers = tasks.nodes.slice(from, from + 1 + Math.floor(chance() * 5)).map(({ number }) => number);
    const locked = await instance.change(OPERATIONS.lockMany, { project, numbers }, tokens[validator]);
    const results = locked.tasks.map(({ number, lock }) => {
      const base = { taskNumber: number, lockVersion: lock.version };
      if (chance() < 0.86) return { ...base, status: 'VALIDATED', comment: chance() < 0.2 ? 'Well done.' : undefined };
      const categoryNumber = issues.length > 0 ? oneOf(issues).number : undefined;
      return {
        ...base,
        status: 'INVALIDATED',
        comment: oneOf(REQUESTS),
        issues: categoryNumber ? [{ categoryNumber, count: 2 }] : [],
      };
    });
    await instance.change(OPERATIONS.validate, { project, results }, tokens[validator]);
    finished += results.length;
    progress(`validating: ${finished} of ${count}`);
  }
}

/** Work that is under way while one looks: tasks that people hold. */
async function beginWork(project, tokens, { mappers, validator, tasks = 0 }, total) {
  for (const [index, name] of mappers.entries()) {
    const near = 1 + Math.floor((total * (index + 1)) / (mappers.length + 1));
    await instance.change(OPERATIONS.lockNext, { project, near }, tokens[name]);
  }
  if (!validator) return;
  const found = (await instance.ask(OPERATIONS.mapped, { project, first: 100 })).project.tasks.nodes;
  const numbers = found.slice(-tasks).map(({ number }) => number);
  if (numbers.length > 0) await instance.change(OPERATIONS.lockMany, { project, numbers }, tokens[validator]);
}

/** Whole squares, and no slivers of the coast: those are too small to be split. */
async function largest(project, count) {
  const { tasks } = (await instance.ask(OPERATIONS.sizes, { project })).project;
  const bySize = tasks.nodes.sort((a, b) => b.areaM2 - a.areaM2);
  return bySize.slice(0, count).map(({ number }) => number);
}

async function makeProject(organisationId, tokens, { country, input, mapped, validated, split = 0 }) {
  const { project } = await instance.change(
    OPERATIONS.createProject,
    { input: { ...input, organisationId: String(organisationId), areaOfInterest: boundaryOf(country), clip: true } },
    tokens.admin,
  );
  const id = String(project.number);
  await instance.change(OPERATIONS.publishProject, { project: id }, tokens.admin);
  let total = project.figures.totalTasks;
  for (const number of await largest(id, split)) {
    await instance.change(OPERATIONS.lock, { project: id, number }, tokens.kestrel);
    const parts = await instance.change(OPERATIONS.split, { project: id, number }, tokens.kestrel);
    total += parts.tasks.length - 1;
  }
  const { mappingIssueCategories: issues } = await instance.ask(OPERATIONS.issues);
  await mapTogether(id, tokens, Math.round(total * mapped), total);
  await validateTogether(id, tokens, Math.round(total * validated), issues);
  done(`${input.name}: ${total} tasks at ${instance.url}/projects/${id}`);
  return { id, total };
}

try {
  const tokens = await signInAll();
  const organisation = await organisationNumber(tokens.admin);
  const { projects } = await instance.ask(OPERATIONS.projects, { organisation: String(organisation) }, tokens.admin);
  const missing = PROJECTS.filter(({ input }) => !projects.nodes.some(({ name }) => name === input.name));
  if (missing.length === 0) {
    console.log(
      `The demo is already there: ${projects.nodes.map(({ number }) => `${instance.url}/projects/${number}`).join(', ')}`,
    );
  } else {
    console.log(`${ORGANISATION.name}, with ${MAPPERS.length} mappers and ${VALIDATORS.length} validators:`);
    const made = [];
    for (const each of missing) made.push({ ...(await makeProject(organisation, tokens, each)), open: each.open });
    // Last: who holds a task can take no other.
    for (const { id, total, open } of made) await beginWork(id, tokens, open, total);
    console.log(`Open ${instance.url} and sign in as any of them, for example kestrel (maps) or basalt (validates).`);
  }
} catch (error) {
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}
