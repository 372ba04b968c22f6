import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { v2 } from '../../../test/rest.js';
import { startServer, type TestServer } from '../../../test/server.js';

// A stand-in for MapSwipe that gives cookies against forged requests and wants them back, as the service does.

const MEMBER = { id: 'm1', isActive: true, totalSwipes: 40, totalSwipeTime: 90, totalMappingProjects: 2 };
const GROUP = {
  contributorUserGroup: {
    id: '7',
    name: 'Acme',
    description: 'We swipe',
    userMemberships: {
      totalCount: 2,
      results: [
        { ...MEMBER, user: { id: '1', firebaseId: 'fb1', username: '=HYPERLINK("x")' } },
        {
          ...MEMBER,
          id: 'm2',
          isActive: false,
          totalSwipes: null,
          user: { id: '2', firebaseId: null, username: null },
        },
      ],
    },
  },
  communityUserGroupStats: {
    stats: { totalContributors: 5, totalSwipes: 100, totalSwipeTime: 200 },
    statsLatest: { totalContributors: 1, totalSwipes: 10, totalSwipeTime: 20 },
  },
};
const PERIOD = {
  communityUserGroupStats: {
    filteredStats: {
      areaSwipedByProjectType: [{ totalArea: 1.5, projectType: 'FIND', projectTypeDisplay: 'Find' }],
      swipeByDate: [{ taskDate: '2031-01-02', totalSwipes: 3 }],
      swipeByOrganizationName: [{ organizationName: 'HOT', totalSwipes: 3 }],
      swipeByProjectGeo: [{ geojson: { type: 'Point', coordinates: [1, 2] }, totalContribution: 3 }],
      swipeByProjectType: [{ projectType: 'FIND', projectTypeDisplay: 'Find', totalSwipes: 3 }],
      swipeTimeByDate: [{ date: '2031-01-02', totalSwipeTime: 60 }],
    },
  },
};

let mapswipe: Server;
let server: TestServer;
let answers: (body: { query: string; variables: Record<string, unknown> }) => [status: number, body: string];
let questions: { variables: Record<string, unknown> }[] = [];
let valid = 0;
let cookies = 0;
const usual: typeof answers = ({ query }) => [200, JSON.stringify({ data: query.includes('Period') ? PERIOD : GROUP })];

const bodyOf = async (request: IncomingMessage) => {
  let text = '';
  for await (const part of request) text += String(part);
  return text;
};

beforeAll(async () => {
  mapswipe = createServer((request, response) => {
    void bodyOf(request).then((text) => {
      if (request.url === '/health-check/') {
        cookies++;
        return response.setHeader('set-cookie', `MS-CSRFTOKEN=token${++valid}; Path=/`).end('ok');
      }
      const token = request.headers['x-csrftoken'];
      if (token !== `token${valid}` || request.headers.cookie !== `MS-CSRFTOKEN=${token}`)
        return response.writeHead(403).end('forged');
      const body = JSON.parse(text) as Parameters<typeof answers>[0];
      questions.push(body);
      const [status, answer] = answers(body);
      return response.writeHead(status).end(answer);
    });
  });
  await new Promise<void>((done) => mapswipe.listen(0, '127.0.0.1', done));
  const { port } = mapswipe.address() as AddressInfo;
  server = await startServer({ MAPSWIPE_API_URL: `http://127.0.0.1:${port}/graphql/` }, { jobs: false });
  await server.database.prisma.partner.createMany({
    data: [
      { name: 'Acme', primaryHashtag: '#a', permalink: 'acme', mapswipeGroupId: 'g1' },
      { name: 'Other', primaryHashtag: '#b', permalink: 'other' },
    ],
  });
});
afterAll(async () => {
  await server?.stop();
  mapswipe.closeAllConnections();
  mapswipe.close();
});
beforeEach(() => {
  answers = usual;
  questions = [];
});

const general = (query = '', page = 'acme') => v2(server, `/partners/${page}/general-statistics/${query}`);
const filtered = (query = '?fromDate=2031-01-01&toDate=2031-02-01', page = 'acme') =>
  v2(server, `/partners/${page}/filtered-statistics/${query}`);
const FIELDS = `mapswipeStatistics(members: 2) { problem message group { name description memberCount
    members { userId username isActive projects swipes seconds } inAll { contributors swipes seconds } lately { swipes } } }
  mapswipePeriod(from: "2031-01-01T10:00:00Z", to: "2031-02-01T00:00:00Z") { problem message period { swipesByDay { date value }
    secondsByDay { value } swipesByOrganisation { name value } swipesByKind { name } areaByKind { name value } places { geometry swipes } } }`;
const graphql = async (page = 'acme', fields = FIELDS) =>
  (await server.get(`query ($p: String!) { partnerByPermalink(permalink: $p) { ${fields} } }`, { p: page }))
    .partnerByPermalink;

describe('what a group of MapSwipe swiped', () => {
  it('is told in all, with its members', async () => {
    const { status, body } = await general('?limit=2&offset=1');
    expect(status).toBe(200);
    expect(body).toEqual({
      id: expect.any(Number),
      provider: 'mapswipe',
      idInsideProvider: 'g1',
      nameInsideProvider: 'Acme',
      descriptionInsideProvider: 'We swipe',
      membersCount: 2,
      members: [
        {
          id: 'm1',
          userId: 'fb1',
          username: '=HYPERLINK("x")',
          isActive: true,
          totalMappingProjects: 2,
          totalcontributionTime: 90,
          totalcontributions: 40,
        },
        expect.objectContaining({ userId: '2', username: null, isActive: false, totalcontributions: 0 }),
      ],
      totalContributors: 5,
      totalcontributions: 100,
      totalcontributionTime: 200,
      totalRecentContributors: 1,
      totalRecentcontributions: 10,
      totalRecentcontributionTime: 20,
    });
    expect(questions[0]!.variables).toEqual({ group: 'g1', limit: 2, offset: 1 });
  });

  it('is told of a time', async () => {
    expect((await filtered()).body).toEqual({
      id: expect.any(Number),
      provider: 'mapswipe',
      idInsideProvider: 'g1',
      fromDate: '2031-01-01',
      toDate: '2031-02-01',
      contributionsByUser: [],
      contributionsByGeo: [{ geojson: { type: 'Point', coordinates: [1, 2] }, totalcontributions: 3 }],
      areaSwipedByProjectType: [{ totalArea: 1.5, projectType: 'FIND', projectTypeDisplay: 'Find' }],
      contributionsByProjectType: [{ projectType: 'FIND', projectTypeDisplay: 'Find', totalcontributions: 3 }],
      contributionsByDate: [{ taskDate: '2031-01-02', totalcontributions: 3 }],
      contributionsByorganizationName: [{ organizationName: 'HOT', totalcontributions: 3 }],
      contributionTimeByDate: [{ date: '2031-01-02', totalcontributionTime: 60 }],
    });
    expect(questions[0]!.variables).toEqual({ group: 'g1', from: '2031-01-01', to: '2031-02-01' });
  });

  it('is had as CSV, in which nothing is a formula', async () => {
    const { body, headers } = await general('?downloadAsCSV=true');
    expect(headers.get('content-disposition')).toBe('attachment; filename=partner_members.csv');
    expect(headers.get('content-type')).toMatch('text/csv');
    expect(String(body).split('\r\n')).toEqual([
      'userId,username,isActive,totalMappingProjects,totalSwipeTimeInSeconds,totalSwipes',
      `fb1,"'=HYPERLINK(""x"")",True,2,90,40`,
      '2,,False,2,90,0',
      '',
    ]);
    expect(questions[0]!.variables).toMatchObject({ limit: 1_000_000, offset: 0 });
  });

  it('is told over GraphQL, from the same place', async () => {
    expect(await graphql()).toEqual({
      mapswipeStatistics: {
        problem: null,
        message: null,
        group: {
          name: 'Acme',
          description: 'We swipe',
          memberCount: 2,
          members: [
            { userId: 'fb1', username: '=HYPERLINK("x")', isActive: true, projects: 2, swipes: 40, seconds: 90 },
            { userId: '2', username: null, isActive: false, projects: 2, swipes: 0, seconds: 90 },
          ],
          inAll: { contributors: 5, swipes: 100, seconds: 200 },
          lately: { swipes: 10 },
        },
      },
      mapswipePeriod: {
        problem: null,
        message: null,
        period: {
          swipesByDay: [{ date: '2031-01-02', value: 3 }],
          secondsByDay: [{ value: 60 }],
          swipesByOrganisation: [{ name: 'HOT', value: 3 }],
          swipesByKind: [{ name: 'Find' }],
          areaByKind: [{ name: 'Find', value: 1.5 }],
          places: [{ geometry: { type: 'Point', coordinates: [1, 2] }, swipes: 3 }],
        },
      },
    });
  });

  it('is asked for with the cookie that it wants back, and with a new one when that ran out', async () => {
    await general();
    const before = cookies;
    await general('?limit=3');
    expect(cookies).toBe(before);
    valid = 1_000;
    expect((await general('?limit=4')).status).toBe(200);
    expect(cookies).toBe(before + 1);
  });

  it('is asked for once by many who ask at once', async () => {
    await Promise.all(Array.from({ length: 5 }, () => general('?limit=5')));
    expect(questions.length).toBeLessThan(5);
  });
});

describe('MapSwipe does not tell', () => {
  const problems: [string, ReturnType<typeof answers>, string, string][] = [
    ['it refuses', [500, 'oops'], 'MAPSWIPE_HTTP_ERROR', 'REFUSED'],
    ['it answers no JSON', [200, '<html>'], 'MAPSWIPE_INVALID_RESPONSE', 'UNREADABLE'],
    [
      'it answers something else',
      [200, '{"data":{"contributorUserGroup":7}}'],
      'MAPSWIPE_INVALID_RESPONSE',
      'UNREADABLE',
    ],
    ['it fails', [200, '{"errors":[{"message":"boom"}]}'], 'MAPSWIPE_GRAPHQL_ERROR', 'FAILED'],
    ['it answers a list', [200, '[]'], 'MAPSWIPE_GRAPHQL_ERROR', 'FAILED'],
    ['it answers nothing', [200, '{"data":null}'], 'MAPSWIPE_NO_DATA', 'NO_DATA'],
    [
      'it knows no such group',
      [200, '{"data":{"contributorUserGroup":null}}'],
      'INVALID_MAPSWIPE_GROUP_ID',
      'UNKNOWN_GROUP',
    ],
    [
      'it says so',
      [200, '{"errors":[{"message":"Group does not exist."}]}'],
      'INVALID_MAPSWIPE_GROUP_ID',
      'UNKNOWN_GROUP',
    ],
  ];
  it.each(problems)('when %s', async (_when, answer, subCode, problem) => {
    answers = () => answer;
    expect(await general()).toMatchObject({ status: 409, body: { error: { code: 409, sub_code: subCode } } });
    const { mapswipeStatistics } = await graphql('acme', 'mapswipeStatistics { problem message group { name } }');
    expect(mapswipeStatistics).toEqual({ problem, message: expect.stringMatching(/\.$/), group: null });
  });

  it('of a partner without a group', async () => {
    for (const answer of [await general('', 'other'), await filtered(undefined, 'other')])
      expect(answer).toMatchObject({ status: 400, body: { error: { sub_code: 'EMPTY_MAPSWIPE_GROUP' } } });
    expect(await graphql('other', 'mapswipeStatistics { problem } mapswipePeriod(from: "2031-01-01T00:00:00Z", to: "2031-01-01T00:00:00Z") { problem }'))
      .toEqual({ mapswipeStatistics: { problem: 'NO_GROUP' }, mapswipePeriod: { problem: 'NO_GROUP' } }); // prettier-ignore
    expect(questions).toEqual([]);
  });

  it('of a partner that is not there', async () => {
    for (const answer of [await general('', 'nobody'), await filtered(undefined, 'nobody')])
      expect(answer).toMatchObject({
        status: 404,
        body: { error: { sub_code: 'PARTNER_NOT_FOUND', details: { permalink: 'nobody' } } },
      });
  });

  it.each([
    ['', 'fromDate is missing'],
    ['?fromDate=2031-01-01', 'toDate is missing'],
    ['?fromDate=2031-02-01&toDate=2031-01-01', 'fromDate should be less than toDate'],
    ['?fromDate=soon&toDate=2031-01-01', 'fromDate is a day such as 2031-05-01'],
    ['?fromDate=2031-01-01&toDate=2031-99-01', 'toDate is a day such as 2031-05-01'],
  ])('of the time %j', async (query, message) => {
    for (const page of ['acme', 'nobody'])
      expect(await filtered(query, page)).toMatchObject({
        status: 400,
        body: { error: { sub_code: 'INVALID_TIME_RANGE', message, details: { from_date: query.includes('fromDate') ? expect.any(String) : null } } },
      }); // prettier-ignore
  });

  it('what is no page of members', async () => {
    for (const query of ['?limit=0', '?limit=x', '?offset=-1', '?downloadAsCSV=maybe'])
      expect((await general(query)).status).toBe(422);
    for (const field of ['mapswipeStatistics(members: 101)', 'mapswipeStatistics(skip: -1)']) {
      const { errors } = await server.ask(`{ partnerByPermalink(permalink: "acme") { ${field} { problem } } }`);
      expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    }
  });

  it('when it is not there, or nobody asks it', async () => {
    for (const [url, problem] of [
      ['http://127.0.0.1:9/graphql/', 'UNREACHABLE'],
      ['off', 'NOT_SET_UP'],
    ] as const) {
      const lonely = await startServer({ MAPSWIPE_API_URL: url }, { jobs: false });
      try {
        await lonely.database.prisma.partner.create({
          data: { name: 'Acme', primaryHashtag: '#a', permalink: 'acme', mapswipeGroupId: 'g1' },
        });
        expect(await v2(lonely, '/partners/acme/general-statistics/')).toMatchObject({
          status: 409,
          body: { error: { sub_code: 'MAPSWIPE_NETWORK_ERROR' } },
        });
        const read = '{ partnerByPermalink(permalink: "acme") { mapswipeStatistics { problem } } }';
        expect((await lonely.get(read)).partnerByPermalink.mapswipeStatistics).toEqual({ problem });
      } finally {
        await lonely.stop();
      }
    }
  });
});
