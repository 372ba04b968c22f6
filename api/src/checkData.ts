import { connect } from './database/database.js';
import { openDatabase } from './database/openDatabase.js';
import { checkAllProjects, sentenceOf } from './modules/tasks/check.js';

/** Says each thing that differs; how many there are. */
async function check(): Promise<number> {
  const { url, close } = await openDatabase();
  const database = connect(url, 1);
  try {
    const { projects, found } = await checkAllProjects(database, (done, of) => {
      if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${done} of ${of} projects`);
    });
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
    for (const each of found) console.log(sentenceOf(each));
    console.log(
      found.length === 0
        ? `Everything agrees in ${projects} projects.`
        : `${found.length} differences in ${new Set(found.map(({ project_id }) => project_id)).size} of ${projects} projects.`,
    );
    return found.length;
  } finally {
    await database.close();
    await close();
  }
}

try {
  process.exitCode = (await check()) === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
