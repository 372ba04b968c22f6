import { describe, expect, it } from 'vitest';
import { tasksOfAProject } from '../../test/tasksOf.js';

const WRITTEN = '**good** <img src=x onerror=alert(1)><script>alert(1)</script> [x](javascript:alert(1)) @mapper';
const SHOWN = /^<p><strong>good<\/strong>.*<a href="\/users\/mapper" rel="noopener nofollow">@mapper<\/a><\/p>\n$/s;

interface Field {
  name: string;
  type: { name: string | null; ofType: { name: string | null } | null };
}

describe('a text that people wrote', () => {
  const w = tasksOfAProject();

  it('is given as it was written, and as HTML that is safe', async () => {
    const { prisma } = w.server.database;
    const { organisationId } = await prisma.project.findUniqueOrThrow({ where: { id: w.p } });
    const description = WRITTEN;
    await prisma.organisation.update({ where: { id: organisationId! }, data: { description } });
    const team = await prisma.team.create({ data: { name: 'T', organisationId: organisationId!, description } });
    const campaign = await prisma.campaign.create({ data: { name: 'C', description } });
    const license = await prisma.license.create({ data: { name: 'L', description, plainText: WRITTEN } });
    await prisma.banner.upsert({ where: { id: 1 }, create: { markdown: WRITTEN }, update: { markdown: WRITTEN } });
    await prisma.projectText.updateMany({
      where: { projectId: w.p },
      data: { shortDescription: WRITTEN, description, instructions: WRITTEN, perTaskInstructions: `${WRITTEN} ` },
    });
    await prisma.projectComment.create({ data: { projectId: w.p, personId: w.other.id, markdown: WRITTEN } });
    await w.map(1, w.mapper);
    await w.validate(1, 'INVALIDATED', WRITTEN);
    await w.act('annotate', { n: 1, type: 'note', annotations: [{ taskNumber: 1, markdown: WRITTEN }] }, w.admin);
    await prisma.message.create({
      data: { type: 'SYSTEM', receiverId: w.admin.id, subject: 'S', body: WRITTEN },
    });

    const answer = await w.server.get(
      `query ($p: ID!, $team: ID!, $campaign: ID!, $license: ID!) {
        banner { html }
        team(id: $team) { descriptionHtml organisation { descriptionHtml } }
        campaign(id: $campaign) { descriptionHtml }
        license(id: $license) { descriptionHtml plainTextHtml }
        viewer { notifications(filter: { types: [SYSTEM] }, first: 1) { nodes { bodyHtml } } }
        project(id: $p) {
          shortDescriptionHtml descriptionHtml instructionsHtml
          texts { shortDescriptionHtml descriptionHtml instructionsHtml perTaskInstructionsHtml }
          comments { nodes { html } }
          task(number: 1) {
            instructionsHtml validatorRequestHtml
            comments { nodes { commentHtml } } annotations { html }
          }
        }
      }`,
      { p: w.p, team: team.id, campaign: campaign.id, license: license.id },
      w.admin.token,
    );
    const shown: string[] = [];
    JSON.stringify(answer, (_key, value: unknown) => (typeof value === 'string' ? shown.push(value) : value));
    expect(shown).toHaveLength(19);
    for (const html of shown) {
      expect(html).toMatch(SHOWN);
      expect(html).not.toMatch(/onerror|<script|<img|href="javascript/);
    }
    const { project } = await w.server.get(
      'query ($p: ID!) { project(id: $p) { description comments { nodes { markdown } } } }',
      { p: w.p },
    );
    expect(project).toEqual({ description: WRITTEN, comments: { nodes: [{ markdown: WRITTEN }] } });
  });

  it('has HTML beside it wherever it is Markdown', async () => {
    const { __schema } = await w.server.get(
      '{ __schema { types { kind name fields { name type { kind name ofType { name } } } } } }',
    );
    const texts = /^(markdown|description|shortDescription|instructions|perTaskInstructions|body|comment|plainText)$/;
    const without: string[] = [];
    for (const { kind, name, fields } of __schema.types) {
      if (kind !== 'OBJECT' || name.startsWith('__')) continue;
      const names = new Set(fields.map((field: Field) => field.name));
      for (const field of fields as Field[])
        if (texts.test(field.name) && (field.type.name ?? field.type.ofType?.name) === 'String')
          if (!names.has(field.name === 'markdown' ? 'html' : `${field.name}Html`))
            without.push(`${name}.${field.name}`);
    }
    // Plain words, and what an action that came too late gives back to its writer.
    const plain =
      /^(Badge|CustomEditor|Job|MappingIssueCategory|MapswipeGroup|ProjectExport)\.description$|^(LockEnded|LockNotHeld|TaskRefusal)\.comment$/;
    expect(without.filter((field) => !plain.test(field))).toEqual([]);
  });
});
