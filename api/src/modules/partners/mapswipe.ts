import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { z } from 'zod';
import type { Services } from '../../graphql/context.js';
import type { Settings } from '../../settings.js';

// MapSwipe knows what the groups of partners swiped. It is somebody else's service: it may be slow, wrong or gone, and it is asked
// only when somebody wants to see these figures.

/** Why there are no figures. */
export type MapswipeProblem =
  'NOT_SET_UP' | 'NO_GROUP' | 'UNREACHABLE' | 'REFUSED' | 'UNREADABLE' | 'FAILED' | 'UNKNOWN_GROUP' | 'NO_DATA';
export type MapswipeOutcome<Figures> =
  { figures: Figures; problem?: undefined } | { figures?: undefined; problem: MapswipeProblem };

const PATIENCE_MS = 15_000;
const MAX_BYTES = 20_000_000;
/** How many questions may be under way at once; more than that answer that it cannot be reached. */
const MOST_AT_ONCE = 20;

const count = z
  .number()
  .nullish()
  .transform((number) => number ?? 0);
const words = z.string().nullish();
const listOf = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform((list) => list ?? []);
const work = z.object({ totalContributors: count, totalSwipes: count, totalSwipeTime: count });
const nobody = { totalContributors: 0, totalSwipes: 0, totalSwipeTime: 0 };

const group = z.object({
  contributorUserGroup: z
    .object({
      id: z.string(),
      name: words,
      description: words,
      userMemberships: z.object({
        totalCount: count,
        results: listOf(
          z.object({
            id: z.string(),
            isActive: z.boolean().nullish(),
            totalSwipes: count,
            totalSwipeTime: count,
            totalMappingProjects: count,
            user: z.object({ id: z.string(), firebaseId: words, username: words }),
          }),
        ),
      }),
    })
    .nullish(),
  communityUserGroupStats: z.object({ stats: work.nullish(), statsLatest: work.nullish() }).nullish(),
});
const GROUP = `query Group($group: ID!, $limit: Int!, $offset: Int!) {
  contributorUserGroup(userGroupId: { firebaseId: $group }) {
    id name description
    userMemberships(pagination: { limit: $limit, offset: $offset }) {
      totalCount results { id isActive totalSwipes totalSwipeTime totalMappingProjects user { id firebaseId username } }
    }
  }
  communityUserGroupStats(userGroupId: { firebaseId: $group }) {
    stats { totalContributors totalSwipes totalSwipeTime }
    statsLatest { totalContributors totalSwipes totalSwipeTime }
  }
}`;

const period = z.object({
  communityUserGroupStats: z
    .object({
      filteredStats: z
        .object({
          areaSwipedByProjectType: listOf(
            z.object({ totalArea: count, projectType: z.string(), projectTypeDisplay: words }),
          ),
          swipeByDate: listOf(z.object({ taskDate: z.string(), totalSwipes: count })),
          swipeByOrganizationName: listOf(z.object({ organizationName: words, totalSwipes: count })),
          swipeByProjectGeo: listOf(
            z.object({
              geojson: z.object({ type: z.string(), coordinates: z.array(z.unknown()) }),
              totalContribution: count,
            }),
          ),
          swipeByProjectType: listOf(
            z.object({ projectType: z.string(), projectTypeDisplay: words, totalSwipes: count }),
          ),
          swipeTimeByDate: listOf(z.object({ date: z.string(), totalSwipeTime: count })),
        })
        .nullish(),
    })
    .nullish(),
});
const PERIOD = `query Period($group: ID!, $from: Date!, $to: Date!) {
  communityUserGroupStats(userGroupId: { firebaseId: $group }) {
    filteredStats(dateRange: { fromDate: $from, toDate: $to }) {
      areaSwipedByProjectType { totalArea projectType projectTypeDisplay }
      swipeByDate { taskDate totalSwipes }
      swipeByOrganizationName { organizationName totalSwipes }
      swipeByProjectGeo { geojson totalContribution }
      swipeByProjectType { projectType projectTypeDisplay totalSwipes }
      swipeTimeByDate { date totalSwipeTime }
    }
  }
}`;

/** A group of MapSwipe: who is in it, and what they swiped in all and lately. Times are in seconds. */
export type GroupFigures = ReturnType<typeof groupOf>;
function groupOf({ contributorUserGroup, communityUserGroupStats }: z.output<typeof group>) {
  const { name, description, userMemberships } = contributorUserGroup!;
  const { stats, statsLatest } = communityUserGroupStats ?? {};
  return {
    name: name ?? null,
    description: description ?? null,
    memberCount: userMemberships.totalCount,
    members: userMemberships.results.map(
      ({ user, isActive, totalSwipes, totalSwipeTime, totalMappingProjects, id }) => ({
        id,
        userId: user.firebaseId ?? user.id,
        username: user.username ?? null,
        isActive: isActive ?? false,
        projects: totalMappingProjects,
        swipes: totalSwipes,
        seconds: totalSwipeTime,
      }),
    ),
    inAll: stats ?? nobody,
    lately: statsLatest ?? nobody,
  };
}

/** What a group swiped in a time. */
export type PeriodFigures = NonNullable<
  NonNullable<z.output<typeof period>['communityUserGroupStats']>['filteredStats']
>;

/** The service as one instance of this program knows it: with the cookie that it wants back. */
class Mapswipe {
  /** What it gave against forged requests: name and value. */
  private cookie: { name: string; value: string } | undefined;
  private readonly underWay = new Map<string, Promise<MapswipeOutcome<unknown>>>();

  constructor(private readonly url: string) {}

  /** Asks once, however many want to know the same at once. */
  ask<Shape extends z.ZodType>(
    shape: Shape,
    query: string,
    variables: object,
  ): Promise<MapswipeOutcome<z.output<Shape>>> {
    const body = JSON.stringify({ query, variables });
    const same = this.underWay.get(body);
    if (same) return same as Promise<MapswipeOutcome<z.output<Shape>>>;
    if (this.underWay.size >= MOST_AT_ONCE) return Promise.resolve({ problem: 'UNREACHABLE' });
    const asked = this.fetched(shape, body, AbortSignal.timeout(PATIENCE_MS)).finally(() => this.underWay.delete(body));
    this.underWay.set(body, asked);
    return asked;
  }

  private async fetched<Shape extends z.ZodType>(
    shape: Shape,
    body: string,
    signal: AbortSignal,
  ): Promise<MapswipeOutcome<z.output<Shape>>> {
    let text: string;
    try {
      this.cookie ??= await this.freshCookie(signal);
      let response = await this.post(body, signal);
      if (response.status === 403) {
        // Its cookie ran out.
        await response.body?.cancel();
        this.cookie = await this.freshCookie(signal);
        response = await this.post(body, signal);
      }
      if (!response.ok) {
        await response.body?.cancel();
        return { problem: 'REFUSED' };
      }
      text = await textOf(response);
    } catch {
      return { problem: 'UNREACHABLE' };
    }
    return read(shape, text);
  }

  private async freshCookie(signal: AbortSignal) {
    const response = await fetch(new URL('/health-check/', this.url), { signal, redirect: 'manual' });
    await response.body?.cancel();
    const pairs = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]!.split('='));
    const [name, value] = pairs.find(([name]) => /csrf/i.test(name!)) ?? [];
    return name && value ? { name, value } : undefined;
  }

  private post(body: string, signal: AbortSignal): Promise<Response> {
    return fetch(this.url, {
      method: 'POST',
      signal,
      redirect: 'error',
      body,
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        referer: new URL('/', this.url).href,
        ...(this.cookie && {
          cookie: `${this.cookie.name}=${this.cookie.value}`,
          'x-csrftoken': this.cookie.value,
        }),
      },
    });
  }
}

/** What an answer of GraphQL says. */
function read<Shape extends z.ZodType>(shape: Shape, text: string): MapswipeOutcome<z.output<Shape>> {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    return { problem: 'UNREADABLE' };
  }
  const { data, errors } = z
    .object({ data: z.unknown().optional(), errors: z.array(z.object({ message: words })).nullish() })
    .catch({ data: undefined, errors: [{}] })
    .parse(answer);
  if (errors?.length)
    return {
      problem: errors.some(({ message }) => /does not exist|not found/i.test(message ?? ''))
        ? 'UNKNOWN_GROUP'
        : 'FAILED',
    };
  if (data === undefined || data === null) return { problem: 'NO_DATA' };
  const figures = shape.safeParse(data);
  return figures.success ? { figures: figures.data } : { problem: 'UNREADABLE' };
}

/** The body of an answer, unless there is no end to it. */
async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of Readable.fromWeb(response.body as ReadableStream)) {
    bytes += (chunk as Uint8Array).length;
    if (bytes > MAX_BYTES) throw new Error('The answer is too long.');
    chunks.push(chunk as Uint8Array);
  }
  return Buffer.concat(chunks).toString();
}

const known = new WeakMap<Settings, Mapswipe>();
function serviceOf({ settings }: Pick<Services, 'settings'>): Mapswipe | undefined {
  if (!settings.mapswipeUrl) return undefined;
  const service = known.get(settings) ?? new Mapswipe(settings.mapswipeUrl);
  known.set(settings, service);
  return service;
}

/** Whose figures: the id of a partner's group in MapSwipe, if it has one. */
interface OfGroup {
  mapswipeGroupId: string | null;
}

/** A group with a page of its members; within 15 seconds. */
export async function mapswipeGroup(
  services: Pick<Services, 'settings'>,
  { mapswipeGroupId }: OfGroup,
  { limit, offset }: { limit: number; offset: number },
): Promise<MapswipeOutcome<GroupFigures>> {
  const service = serviceOf(services);
  if (!mapswipeGroupId) return { problem: 'NO_GROUP' };
  if (!service) return { problem: 'NOT_SET_UP' };
  const { figures, problem } = await service.ask(group, GROUP, { group: mapswipeGroupId, limit, offset });
  if (problem) return { problem };
  return figures.contributorUserGroup ? { figures: groupOf(figures) } : { problem: 'UNKNOWN_GROUP' };
}

/** What a group swiped from a day to a day (YYYY-MM-DD); within 15 seconds. */
export async function mapswipePeriod(
  services: Pick<Services, 'settings'>,
  { mapswipeGroupId }: OfGroup,
  { from, to }: { from: string; to: string },
): Promise<MapswipeOutcome<PeriodFigures>> {
  const service = serviceOf(services);
  if (!mapswipeGroupId) return { problem: 'NO_GROUP' };
  if (!service) return { problem: 'NOT_SET_UP' };
  const { figures, problem } = await service.ask(period, PERIOD, { group: mapswipeGroupId, from, to });
  if (problem) return { problem };
  if (!figures.communityUserGroupStats) return { problem: 'UNKNOWN_GROUP' };
  const { filteredStats } = figures.communityUserGroupStats;
  return filteredStats ? { figures: filteredStats } : { problem: 'NO_DATA' };
}

/** Each problem as a sentence for people. */
export const MAPSWIPE_MESSAGES: Record<MapswipeProblem, string> = {
  NOT_SET_UP: 'This installation does not ask MapSwipe.',
  NO_GROUP: 'This partner has no group in MapSwipe. An administrator can name one.',
  UNREACHABLE: 'MapSwipe cannot be reached at the moment. Try again later.',
  REFUSED: 'MapSwipe does not answer at the moment. Try again later.',
  UNREADABLE: 'MapSwipe answered something that cannot be read. Try again later.',
  FAILED: 'MapSwipe cannot tell these figures at the moment. Try again later.',
  UNKNOWN_GROUP: 'MapSwipe knows no group of this id. An administrator can name another.',
  NO_DATA: 'MapSwipe has no figures of this group.',
};
