import DataLoader from 'dataloader';
import { statement, type Database } from '../../database/database.js';
import type { Services } from '../../graphql/context.js';
import { isKept } from '../../graphql/perRequest.js';
import type { Viewer } from '../../viewer.js';

const STANDING = statement(import.meta.url, 'sql/standing');

type TeamRole = 'READ_ONLY' | 'MAPPER' | 'VALIDATOR' | 'PROJECT_MANAGER';

/** How a person (or a visitor: personId null) stands to a project. `policy.ts` says what follows from it. */
export interface Standing {
  projectId: number;
  status: 'ARCHIVED' | 'PUBLISHED' | 'DRAFT';
  /** Not a draft, nor one that was archived as a draft. */
  isOpen: boolean;
  private: boolean;
  mappingPermission: 'ANY' | 'TEAMS';
  validationPermission: 'ANY' | 'TEAMS';
  personId: number | null;
  isAdmin: boolean;
  isBlocked: boolean;
  isAuthor: boolean;
  managesOrganisation: boolean;
  /** Roles on the project of the teams in which the person is an active member. */
  teamRoles: TeamRole[];
  isAllowedPerson: boolean;
  licenseName: string | null;
  /** True also where no licence is asked for. */
  licenseAccepted: boolean;
  mappingLevelOrdering: number;
  mappingLevelName: string;
  validationLevelOrdering: number;
  validationLevelName: string;
  /** 0 for a visitor. */
  levelOrdering: number;
  levelName: string | null;
  /** Public teams that may map, by name; empty where anybody may. */
  mappingTeams: string[];
  /** Public teams that may validate, by name; empty where anybody may. */
  validationTeams: string[];
}

interface Asked {
  personId: number | null;
  projectId: number;
}

const keyOf = ({ personId, projectId }: Asked) => `${personId} ${projectId}`;

/** Reads many standings in one statement, in the order asked; undefined where there is no such project. */
export async function readStandings(database: Database, asked: readonly Asked[]): Promise<(Standing | undefined)[]> {
  const rows = await database.read<Standing & { ord: number }>(STANDING, [
    asked.map(({ personId }) => personId),
    asked.map(({ projectId }) => projectId),
  ]);
  const found = new Map(rows.map((row) => [row.ord, row]));
  return asked.map((_, index) => found.get(index + 1));
}

/** The same, where a thousand may ask the same at once: all who follow a project. */
async function readDistinct(database: Database, asked: readonly Asked[]): Promise<(Standing | undefined)[]> {
  const keys = asked.map(keyOf);
  const distinct = new Map(keys.map((key, index) => [key, asked[index]!]));
  const read = await readStandings(database, [...distinct.values()]);
  const standings = new Map([...distinct.keys()].map((key, index) => [key, read[index]]));
  return keys.map((key) => standings.get(key));
}

type Loader = DataLoader<Asked, Standing | undefined, string>;

/** Of the databases, and of the queries that are being answered. */
const loaders = new WeakMap<object, Loader>();

/**
 * The viewer's standing to a project; undefined where there is no such project. Whatever is asked in the same tick (the
 * rows of a list, the fields of a project) goes into one statement. Only a query keeps what it read: elsewhere the next
 * question reads anew, so a mutation's answer and a subscription's delivery see the present.
 */
export function standingOf(
  services: Pick<Services, 'database'>,
  viewer: Viewer | null,
  projectId: number,
): Promise<Standing | undefined> {
  const { database } = services;
  const cache = isKept(services);
  const owner = cache ? services : database;
  let loader = loaders.get(owner);
  if (!loader) {
    loader = new DataLoader((asked: readonly Asked[]) => readDistinct(database, asked), {
      cache,
      cacheKeyFn: keyOf,
      maxBatchSize: 1000,
    });
    loaders.set(owner, loader);
  }
  return loader.load({ personId: viewer?.id ?? null, projectId });
}
