/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { GeoJSON } from 'geojson';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** The new organisation. */
export type CreateOrganisationInput = {
  /** What it does; at most 10,000 characters. */
  description?: string | null | undefined;
  /** Address of its picture: http or https. */
  logo?: string | null | undefined;
  /** Unique; at most 512 characters. */
  name: string;
  /** Part of its address: lower-case letters and digits joined by hyphens, unique; made from the name when left out. */
  slug?: string | null | undefined;
  /** How much mapping it pays for: 1 (free) to 5. */
  subscriptionTier?: number | null | undefined;
  /** What it pays; FREE when left out. */
  type?: OrganisationType | null | undefined;
  /** Its website: http or https. */
  url?: string | null | undefined;
};

/** The new project. Its texts can be changed later; its area, and how it is divided, cannot. */
export type CreateProjectInput = {
  /** FeatureCollection, Feature, Polygon or MultiPolygon, EPSG:4326. For GRID its parts are joined; for ARBITRARY each feature is a task, and they may not overlap. */
  areaOfInterest: GeoJSON;
  /** What changesets say in their comment; a hashtag with the project's number when left out. */
  changesetComment?: string | null | undefined;
  /** Cut tasks at the edge of the area; whole tiles when left out. Not for ARBITRARY. */
  clip?: boolean | null | undefined;
  /** Where its edits go: OSM, or one of Instance.sandboxes, which makes it a sandbox. When left out OSM, with `sandbox` the first of Instance.sandboxes. */
  database?: string | null | undefined;
  /** Markdown: what the project is for; at most 100,000 characters. */
  description?: string | null | undefined;
  /** MODERATE when left out. */
  difficulty?: ProjectDifficulty | null | undefined;
  /** When it should be done; nothing happens by itself. */
  dueDate?: string | null | undefined;
  /** Id of an editor layer, or a tile address; the editor's own choice when left out. */
  imagery?: string | null | undefined;
  /** Markdown: how to map and validate; at most 100,000 characters. */
  instructions?: string | null | undefined;
  /** Language of the texts, such as en or pt_BR; en when left out. */
  locale?: string | null | undefined;
  /** What is to be mapped. */
  mappingTypes?: Array<MappingType> | null | undefined;
  /** In the language of `locale`; at most 512 characters. */
  name: string;
  /** Number or node id of an organisation that the viewer manages. */
  organisationId: string | number;
  /** Markdown; {x}, {y}, {z} and the properties of an uploaded polygon are filled in. */
  perTaskInstructions?: string | null | undefined;
  /** MEDIUM when left out. */
  priority?: ProjectPriority | null | undefined;
  /** Polygons in the area to be mapped first: lockNextTask begins there. */
  priorityAreas?: GeoJSON | null | undefined;
  /** True: for trying out; its edits go to `database` and never to OpenStreetMap. It is LOW in priority and opens in iD alone. Fixed for ever. */
  sandbox?: boolean | null | undefined;
  /** Plain text of a sentence or two, for lists; at most 2,000 characters. */
  shortDescription?: string | null | undefined;
  /** GRID when left out. */
  taskCreationMode?: TaskCreationMode | null | undefined;
  /** Of the grid’s tiles, 1 to 22; chosen by the size of the area when left out. Not for ARBITRARY. */
  zoom?: number | null | undefined;
};

/** An OpenStreetMap editor that a project lets people use. */
export type Editor =
  /** An editor of the project's own. */
  | 'CUSTOM'
  /** Field Papers: printed maps. */
  | 'FIELD_PAPERS'
  /** iD, in the browser (Instance.idEditorUrl). */
  | 'ID'
  /** JOSM on the person's computer, by remote control (Instance.josmRemoteUrl). */
  | 'JOSM'
  /** Potlatch 2; no longer made, kept for old projects. */
  | 'POTLATCH_2'
  /** Rapid: iD with detected roads and buildings (Instance.rapidEditorUrl). */
  | 'RAPID';

/** Names tasks of one project that the viewer holds. */
export type ExtendLocksInput = {
  /** Number or node id. */
  projectId: string | number;
  /** Task.number of each, 1 to 500. */
  taskNumbers: Array<number>;
};

/** What a task is locked for. */
export type LockKind =
  /** To map it: a person has one such task at a time, over all projects. */
  | 'MAPPING'
  /** To validate it: a person can have many such tasks, of one project. */
  | 'VALIDATION';

/** Where to look for a task. */
export type LockNextTaskInput = {
  /** Number of a task to stay near to. */
  near?: number | null | undefined;
  /** Number or node id. */
  projectId: string | number;
  /** Take one at random even when `near` is given. */
  random?: boolean | null | undefined;
};

/** Names one task. */
export type LockTaskForMappingInput = {
  /** Number or node id. */
  projectId: string | number;
  /** Which task: its number in the project (Task.number). */
  taskNumber: number;
};

/** Names tasks of one project. */
export type LockTasksForValidationInput = {
  /** Number or node id. */
  projectId: string | number;
  /** Task.number of each, 1 to 500. */
  taskNumbers: Array<number>;
};

/** How often the validator found a kind of fault. */
export type MappingIssueInput = {
  /** MappingIssueCategory.number; each kind once a task. */
  categoryNumber: number;
  /** 0 to 10,000; 0 is as if it were not sent. */
  count: number;
};

/** How the mapping of a task ended. */
export type MappingResult =
  /** The imagery cannot be used. */
  | 'BADIMAGERY'
  /** Everything is mapped: a validator looks at it next. */
  | 'MAPPED'
  /** Not all is mapped: the next mapper goes on. */
  | 'READY';

/** What is to be mapped. */
export type MappingType =
  /** Outlines of buildings. */
  | 'BUILDINGS'
  /** Fields, forest, settlements. */
  | 'LAND_USE'
  /** Something else; the instructions say what. */
  | 'OTHER'
  /** Roads and paths. */
  | 'ROADS'
  /** Rivers, streams, lakes. */
  | 'WATERWAYS';

/** A point, and how far around it. */
export type NearInput = {
  /** Latitude, degrees. */
  lat: number;
  /** Longitude, degrees. */
  lon: number;
  /** Only centroids at most so many kilometres away; all when left out. */
  withinKm?: number | null | undefined;
};

/** What an organisation pays for the instance. */
export type OrganisationType =
  /** It pays a part. */
  | 'DISCOUNTED'
  /** It pays nothing. */
  | 'FREE'
  /** It pays for its tier. */
  | 'FULL_FEE';

/** How much experience the mapping asks for; advice, not a rule. */
export type ProjectDifficulty =
  /** For experienced mappers. */
  | 'CHALLENGING'
  /** Fit for a first task. */
  | 'EASY'
  /** Some experience helps. */
  | 'MODERATE';

/** Which projects: those that fit all that is given. */
export type ProjectFilter = {
  /** True: marked with any of the viewer’s own interests. */
  basedOnMyInterests?: boolean | null | undefined;
  /** [west, south, east, north] in degrees; west > east crosses the 180° meridian. */
  bbox?: Array<number> | null | undefined;
  /** Number or node id of a campaign that they are part of. */
  campaignId?: string | number | null | undefined;
  /** Reaching into any of these countries; see `country`. */
  countries?: Array<string> | null | undefined;
  /** English name of a country the area reaches into, in upper or lower case. */
  country?: string | null | undefined;
  /** True: only those whose author is the viewer; none for a visitor. */
  createdByMe?: boolean | null | undefined;
  /** Created then or later. */
  createdFrom?: string | null | undefined;
  /** Created before. */
  createdTo?: string | null | undefined;
  /** Only those whose edits go there: OSM, or the name of a sandbox. */
  database?: string | null | undefined;
  /** Only of this difficulty. */
  difficulty?: ProjectDifficulty | null | undefined;
  /** Due then or later. */
  dueFrom?: string | null | undefined;
  /** Due before. */
  dueTo?: string | null | undefined;
  /** True: only favourites of the viewer; none for a visitor. */
  favouritedByMe?: boolean | null | undefined;
  /** True: only those on the first page; false: none of them. */
  featured?: boolean | null | undefined;
  /** Exactly this imagery; `custom`: any tile address. */
  imagery?: string | null | undefined;
  /** Marked with any of these interests, by number. */
  interestIds?: Array<string | number> | null | undefined;
  /** True: only those that the viewer may edit; none for a visitor. */
  managedByMe?: boolean | null | undefined;
  /** True: only those in which the viewer finished work; none for a visitor. */
  mappedByMe?: boolean | null | undefined;
  /** Projects that have any of them. */
  mappingTypes?: Array<MappingType> | null | undefined;
  /** True: all of `mappingTypes`, and no others. */
  mappingTypesExact?: boolean | null | undefined;
  /** For NEAREST, and for a circle around a point. */
  near?: NearInput | null | undefined;
  /** Only where something is left to do. */
  need?: ProjectNeed | null | undefined;
  /** Number or node id of the organisation they belong to. */
  organisationId?: string | number | null | undefined;
  /** Number or node id of a partner that they are or were mapped with. For administrators. */
  partnerId?: string | number | null | undefined;
  /** With `partnerId`: the partnership had begun by then. For administrators. */
  partnershipFrom?: string | null | undefined;
  /** With `partnerId`: the partnership went on until then at least. For administrators. */
  partnershipTo?: string | null | undefined;
  /** Only of any of these priorities. */
  priorities?: Array<ProjectPriority> | null | undefined;
  /** True: only sandboxes; false: none of them. */
  sandbox?: boolean | null | undefined;
  /** Words in names and descriptions of any language, or a project's number. When nothing has them, names that are much like them. */
  search?: string | null | undefined;
  /** PUBLISHED when left out, with `createdByMe` all. Drafts only where the viewer manages them. */
  statuses?: Array<ProjectStatus> | null | undefined;
  /** True: only where level and teams let the viewer map, or with need TO_VALIDATE validate. A visitor counts as a beginner. */
  suitsMe?: boolean | null | undefined;
  /** Number or node id of a team that has a role in them. */
  teamId?: string | number | null | undefined;
  /** Last changed then or later, see Project.lastUpdated. */
  updatedFrom?: string | null | undefined;
  /** Not changed then or since. */
  updatedTo?: string | null | undefined;
};

/** What is left to do in a project. */
export type ProjectNeed =
  /** Something is left to map. */
  | 'TO_MAP'
  /** Something is left to validate. */
  | 'TO_VALIDATE';

/** The order of a list of projects. Of those that are equal the newest comes first. */
export type ProjectOrder =
  /** Those first that are due first; those without a date last. */
  | 'DUE_DATE'
  /** By difficulty, EASY first. */
  | 'EASIEST'
  /** By difficulty, CHALLENGING first. */
  | 'HARDEST'
  /** Last changed first. */
  | 'LAST_UPDATED'
  /** By percentMapped, 0 first. */
  | 'LEAST_MAPPED'
  /** Those first that nobody has changed for the longest time. */
  | 'LEAST_RECENTLY_UPDATED'
  /** By percentValidated, 0 first. */
  | 'LEAST_VALIDATED'
  /** By percentMapped, 100 first. */
  | 'MOST_MAPPED'
  /** By percentValidated, 100 first. */
  | 'MOST_VALIDATED'
  /** By the distance of their centroids from `filter.near`, which it needs. */
  | 'NEAREST'
  /** Newest first. */
  | 'NEWEST'
  /** By the moment of their creation, the first one first. */
  | 'OLDEST'
  /** Most urgent first, then the newest. */
  | 'PRIORITY';

/** How urgent the managers say a project is; lists begin with the most urgent. */
export type ProjectPriority =
  /** Soon. */
  | 'HIGH'
  /** When there is time. */
  | 'LOW'
  /** The usual. */
  | 'MEDIUM'
  /** Before everything else, such as after a disaster. */
  | 'URGENT';

/** How far a project is open. */
export type ProjectStatus =
  /** Over: not in the lists of work, still readable unless it was never published, and tasks can still be worked on. */
  | 'ARCHIVED'
  /** Being prepared: seen only by those who manage it. */
  | 'DRAFT'
  /** Open to everyone it is for. */
  | 'PUBLISHED';

/** Texts in one language. What is left out or null stays as it is; an empty text removes it. */
export type ProjectTextInput = {
  /** Markdown: what the project is for; at most 100,000 characters. */
  description?: string | null | undefined;
  /** Markdown: how to map and validate; at most 100,000 characters. */
  instructions?: string | null | undefined;
  /** Language of these texts, such as en or pt_BR. A new one is added. */
  locale: string;
  /** Plain text, at most 512 characters. */
  name?: string | null | undefined;
  /** Markdown; {x}, {y}, {z} and the properties of an uploaded polygon are filled in. */
  perTaskInstructions?: string | null | undefined;
  /** Plain text of a sentence or two, for lists; at most 2,000 characters. */
  shortDescription?: string | null | undefined;
};

/** Names one project. */
export type PublishProjectInput = {
  /** Number or node id. */
  projectId: string | number;
};

/** Names one task. */
export type SplitTaskInput = {
  /** Number or node id. */
  projectId: string | number;
  /** Which task: its number in the project (Task.number). */
  taskNumber: number;
};

/** Which task to give back. */
export type StopMappingInput = {
  /** For the task's history, Markdown; at most 10,000 characters. */
  comment?: string | null | undefined;
  /** Number or node id. */
  projectId: string | number;
  /** Which task: its number in the project (Task.number). */
  taskNumber: number;
};

/** Which tasks to give back. */
export type StopValidationInput = {
  /** Number or node id. */
  projectId: string | number;
  /** 1 to 500, each once. */
  tasks: Array<StopValidationTaskInput>;
};

/** One of the tasks to give back. */
export type StopValidationTaskInput = {
  /** For this task's history, Markdown; at most 10,000 characters. */
  comment?: string | null | undefined;
  /** Which task: its number in the project (Task.number). */
  taskNumber: number;
};

/** The result of mapping a task. */
export type SubmitMappingInput = {
  /** For the task's history, Markdown; at most 10,000 characters. */
  comment?: string | null | undefined;
  /** TaskLock.version of the lock the work was done under. */
  lockVersion: number;
  /** Number or node id. */
  projectId: string | number;
  /** How it ended. */
  status: MappingResult;
  /** Which task: its number in the project (Task.number). */
  taskNumber: number;
};

/** The verdicts on tasks of one project. */
export type SubmitValidationInput = {
  /** Number or node id. */
  projectId: string | number;
  /** 1 to 500, each task once. */
  results: Array<ValidationResultInput>;
};

/** How the area was divided into tasks. */
export type TaskCreationMode =
  /** One task for each polygon that was given. */
  | 'ARBITRARY'
  /** Square tasks of one zoom. */
  | 'GRID';

/** What happened to a task. */
export type TaskEventKind =
  /** Whom it is meant for changed; its state is as it was. */
  | 'ASSIGNED'
  /** A manager changed its status together with that of others (bulkTaskAction). */
  | 'CHANGED'
  /** Somebody wrote a comment; its state is as it was. */
  | 'COMMENTED'
  /** New, from a split. */
  | 'CREATED'
  /** The time of its lock was up. */
  | 'EXPIRED'
  /** Its holder got the full time again. */
  | 'EXTENDED'
  /** Somebody took it, for mapping or validation. */
  | 'LOCKED'
  /** It is back, because its split was undone. */
  | 'REJOINED'
  /** Given back without a result. */
  | 'RELEASED'
  /** It is no more, because the split it came from was undone. */
  | 'REMOVED'
  /** It gave way to smaller tasks. */
  | 'SPLIT'
  /** Mapping or validation ended with a result. */
  | 'SUBMITTED'
  /** Its newest change of state was taken back. */
  | 'UNDONE';

/** Which tasks: those that fit all that is given. */
export type TaskFilter = {
  /** A task's number, or part of the name of who last changed or holds it. */
  search?: string | null | undefined;
  /** What people see, so LOCKED_… counts before the status under it; all when left out. */
  statuses?: Array<TaskStatus> | null | undefined;
};

/** What an entry of a history tells. A lock is one entry, also while it is in force. */
export type TaskHistoryKind =
  /** A lock for mapping ran out. */
  | 'AUTO_UNLOCKED_FOR_MAPPING'
  /** A lock for validation ran out. */
  | 'AUTO_UNLOCKED_FOR_VALIDATION'
  /** Somebody wrote a `comment`. */
  | 'COMMENT'
  /** As LOCKED_FOR_MAPPING, for the time since the lock was extended. */
  | 'EXTENDED_FOR_MAPPING'
  /** As LOCKED_FOR_VALIDATION, for the time since the lock was extended. */
  | 'EXTENDED_FOR_VALIDATION'
  /** Somebody took it to map, and held it for durationSeconds. */
  | 'LOCKED_FOR_MAPPING'
  /** Somebody took it to validate, and held it for durationSeconds. */
  | 'LOCKED_FOR_VALIDATION'
  /** The task got a new `status`. */
  | 'STATE_CHANGE';

/** The order of a list of tasks. */
export type TaskOrder =
  /** Newest first. */
  | 'LAST_CHANGE'
  /** By number, the lowest first. */
  | 'NUMBER';

/** What people see of a task: a lock in force comes before the status under it. */
export type TaskStatus =
  /** The imagery cannot be used; a validator decides. */
  | 'BADIMAGERY'
  /** A validator sent it back: free to be mapped again. */
  | 'INVALIDATED'
  /** Somebody is mapping it. */
  | 'LOCKED_FOR_MAPPING'
  /** Somebody is validating it. */
  | 'LOCKED_FOR_VALIDATION'
  /** It waits for a validator. */
  | 'MAPPED'
  /** Free to be mapped. */
  | 'READY'
  /** Done. */
  | 'VALIDATED';

/** Names one task. */
export type UndoTaskInput = {
  /** Number or node id. */
  projectId: string | number;
  /** Which task: its number in the project (Task.number). */
  taskNumber: number;
};

/** Which texts of which project to write. */
export type UpdateProjectTextsInput = {
  /** Number or node id. */
  projectId: string | number;
  /** One entry a language, each language once. */
  texts: Array<ProjectTextInput>;
};

/** What a person may do on the whole instance. */
export type UserRole =
  /** May do everything everywhere. */
  | 'ADMIN'
  /** Everyone else. Managing comes from organisations and teams, not from a role. */
  | 'MAPPER'
  /** Blocked by an administrator: may read, but not change anything. */
  | 'READ_ONLY';

/** What a validator says of a task. */
export type ValidationResult =
  /** It needs more mapping. */
  | 'INVALIDATED'
  /** No verdict: another validator looks at it. */
  | 'MAPPED'
  /** It is good. */
  | 'VALIDATED';

/** The verdict on one task. */
export type ValidationResultInput = {
  /** For the mapper and the task's history, Markdown; at most 10,000 characters. */
  comment?: string | null | undefined;
  /** The faults that were found, by kind. */
  issues?: Array<MappingIssueInput> | null | undefined;
  /** TaskLock.version of the lock the work was done under. */
  lockVersion: number;
  /** The verdict. */
  status: ValidationResult;
  /** Which task: its number in the project (Task.number). */
  taskNumber: number;
};

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: { __typename: 'SignOutPayload', ok: boolean } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { __typename: 'Viewer', person: { __typename: 'Person', id: string, osmId: number, username: string, pictureUrl: string | null, role: UserRole }, viewerCanCreateProject: { __typename: 'Permission', allowed: boolean, message: string | null } } | null, instance: { __typename: 'Instance', name: string, standIn: boolean, signInUrl: string } };

export type CreatePageQueryVariables = Exact<{ [key: string]: never; }>;


export type CreatePageQuery = { viewer: { __typename: 'Viewer', person: { __typename: 'Person', id: string }, viewerCanCreateProject: { __typename: 'Permission', allowed: boolean, message: string | null }, viewerCanCreateOrganisation: { __typename: 'Permission', allowed: boolean }, organisationsManaged: Array<{ __typename: 'Organisation', id: string, name: string }> } | null, instance: { __typename: 'Instance', maxInputBytes: number } };

export type CreateOrganisationMutationVariables = Exact<{
  input: CreateOrganisationInput;
}>;


export type CreateOrganisationMutation = { createOrganisation:
    | { __typename: 'CreateOrganisationPayload', organisation: { __typename: 'Organisation', id: string, number: number, name: string } }
    | { __typename: 'InvalidInput', message: string, code: string }
    | { __typename: 'NameTaken', message: string, code: string }
    | { __typename: 'NotPermitted', message: string, code: string }
    | { __typename: 'NotSignedIn', message: string, code: string }
   };

export type CreateProjectMutationVariables = Exact<{
  input: CreateProjectInput;
}>;


export type CreateProjectMutation = { createProject:
    | { __typename: 'AreaTooLarge', message: string, code: string }
    | { __typename: 'CreateProjectPayload', repairs: Array<string>, project: { __typename: 'Project', id: string, number: number } }
    | { __typename: 'InputTooLarge', message: string, code: string }
    | { __typename: 'InvalidGeometry', message: string, code: string }
    | { __typename: 'InvalidInput', message: string, code: string, issues: Array<{ __typename: 'InputIssue', path: Array<string>, message: string }> }
    | { __typename: 'NotFound', message: string, code: string }
    | { __typename: 'NotPermitted', message: string, code: string }
    | { __typename: 'NotSignedIn', message: string, code: string }
    | { __typename: 'TooManyTasks', message: string, code: string }
   };

export type UpdateNewProjectTextsMutationVariables = Exact<{
  input: UpdateProjectTextsInput;
}>;


export type UpdateNewProjectTextsMutation = { updateProjectTexts:
    | { __typename: 'InvalidInput', message: string, code: string, issues: Array<{ __typename: 'InputIssue', path: Array<string>, message: string }> }
    | { __typename: 'NotFound', message: string, code: string }
    | { __typename: 'NotPermitted', message: string, code: string }
    | { __typename: 'NotSignedIn', message: string, code: string }
    | { __typename: 'UpdateProjectTextsPayload', project: { __typename: 'Project', id: string, name: string } }
   };

export type PublishProjectMutationVariables = Exact<{
  input: PublishProjectInput;
}>;


export type PublishProjectMutation = { publishProject:
    | { __typename: 'InvalidInput', message: string, code: string, issues: Array<{ __typename: 'InputIssue', path: Array<string>, message: string }> }
    | { __typename: 'NotFound', message: string, code: string }
    | { __typename: 'NotPermitted', message: string, code: string }
    | { __typename: 'NotSignedIn', message: string, code: string }
    | { __typename: 'PublishProjectPayload', project: { __typename: 'Project', id: string, number: number, status: ProjectStatus } }
   };

export type PreviewGridQueryVariables = Exact<{
  areaOfInterest: GeoJSON;
  zoom?: number | null | undefined;
  clip?: boolean | null | undefined;
}>;


export type PreviewGridQuery = { previewGrid:
    | { __typename: 'AreaTooLarge', message: string, code: string }
    | { __typename: 'GridPreview', areaM2: number, bbox: Array<number>, zoom: number, taskCount: number, taskAreaM2: number, tasks: GeoJSON | null, repairs: Array<string> }
    | { __typename: 'InputTooLarge', message: string, code: string }
    | { __typename: 'InvalidGeometry', message: string, code: string, featureIndex: number | null, featureName: string | null, reason: string, at: Array<number> | null }
    | { __typename: 'InvalidInput', message: string, code: string }
    | { __typename: 'NotSignedIn', message: string, code: string }
    | { __typename: 'TooManyTasks', message: string, code: string, limit: number, count: number }
   };

export type ExploreMapQueryVariables = Exact<{
  filter?: ProjectFilter | null | undefined;
}>;


export type ExploreMapQuery = { projectMap: GeoJSON };

export type OrganisationChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type OrganisationChoicesQuery = { organisations: { __typename: 'OrganisationConnection', nodes: Array<{ __typename: 'Organisation', id: string, name: string }> } };

export type ExploreProjectsQueryVariables = Exact<{
  filter?: ProjectFilter | null | undefined;
  orderBy?: ProjectOrder | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ExploreProjectsQuery = { projects: { __typename: 'ProjectConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, edges: Array<{ __typename: 'ProjectEdge', cursor: string, node: (
        { __typename: 'Project', id: string, number: number }
        & { ' $fragmentRefs'?: { 'ProjectRowFragment': ProjectRowFragment } }
      ) }> } };

export type ProjectRowFragment = { __typename: 'Project', id: string, number: number, name: string, priority: ProjectPriority, difficulty: ProjectDifficulty, mappingTypes: Array<MappingType>, countries: Array<string>, dueDate: string | null, contributorCount: number, organisation: { __typename: 'Organisation', id: string, number: number, name: string, logo: string | null } | null, figures: { __typename: 'ProjectFigures', percentMapped: number, percentValidated: number } } & { ' $fragmentName'?: 'ProjectRowFragment' };

export type ExtendLocksMutationVariables = Exact<{
  input: ExtendLocksInput;
}>;


export type ExtendLocksMutation = { extendLocks:
    | { __typename: 'ExtendLocksPayload', tasks: Array<(
        { __typename: 'Task', id: string }
        & { ' $fragmentRefs'?: { 'HeldTaskFragment': HeldTaskFragment } }
      )> }
    | { __typename: 'InvalidInput', message: string, code: string }
    | { __typename: 'NotFound', message: string, code: string }
    | { __typename: 'NotSignedIn', message: string, code: string }
    | { __typename: 'TasksRefused', message: string, code: string }
   };

export type ProjectsThatNeedHelpQueryVariables = Exact<{ [key: string]: never; }>;


export type ProjectsThatNeedHelpQuery = { projects: { __typename: 'ProjectConnection', edges: Array<{ __typename: 'ProjectEdge', node: { __typename: 'Project', id: string, number: number, name: string, figures: { __typename: 'ProjectFigures', percentMapped: number } } }> } };

export type SubmitMappingMutationVariables = Exact<{
  input: SubmitMappingInput;
}>;


export type SubmitMappingMutation = { submitMapping:
    | { __typename: 'InvalidInput', message: string, code: string }
    | { __typename: 'LockEnded', message: string, code: string, expiresAt: string | null, holder: { __typename: 'Person', id: string, username: string } | null, task: { __typename: 'Task', id: string, status: TaskStatus } }
    | { __typename: 'LockNotHeld', message: string, code: string, expiresAt: string | null, holder: { __typename: 'Person', id: string, username: string } | null }
    | { __typename: 'NotFound', message: string, code: string }
    | { __typename: 'NotSignedIn', message: string, code: string }
    | { __typename: 'SubmitMappingPayload', task: { __typename: 'Task', id: string, number: number, status: TaskStatus, viewerCanUndo: { __typename: 'Permission', allowed: boolean } } }
   };

export type SubmitMappingAndLockNextMutationVariables = Exact<{
  input: SubmitMappingInput;
  next: LockNextTaskInput;
}>;


export type SubmitMappingAndLockNextMutation = { submitMapping:
    | { __typename: 'InvalidInput', message: string, code: string }
    | { __typename: 'LockEnded', message: string, code: string, expiresAt: string | null, holder: { __typename: 'Person', id: string, username: string } | null, task: { __typename: 'Task', id: string, status: TaskStatus } }
    | { __typename: 'LockNotHeld', message: string, code: string, expiresAt: string | null, holder: { __typename: 'Person', id: string, username: string } | null }
    | { __typename: 'NotFound', message: string, code: string }
    | { __typename: 'NotSignedIn', message: string, code: string }
    | { __typename: 'SubmitMappingPayload', task: { __typename: 'Task', id: string, number: number, status: TaskStatus, viewerCanUndo: { __typename: 'Permission', allowed: boolean } } }
  , lockNextTask:
    | { __typename: 'AlreadyHoldsLock', message: string, code: string }
    | { __typename: 'LockNextTaskPayload', task: { __typename: 'Task', id: string, number: number, mapId: number, status: TaskStatus, lock: { __typename: 'TaskLock', kind: LockKind, since: string, expiresAt: string, version: number, holder: { __typename: 'Person', id: string, osmId: number, username: string } } | null, project: { __typename: 'Project', id: string, number: number, name: string } } }
    | { __typename: 'NotFound', message: string, code: string }
    | { __typename: 'NotPermitted', message: string, code: string }
    | { __typename: 'NotSignedIn', message: string, code: string }
    | { __typename: 'NothingLeft', message: string, code: string }
   };

type SubmitMappingAnswer_InvalidInput_Fragment = { __typename: 'InvalidInput', message: string, code: string } & { ' $fragmentName'?: 'SubmitMappingAnswer_InvalidInput_Fragment' };

type SubmitMappingAnswer_LockEnded_Fragment = { __typename: 'LockEnded', message: string, code: string, expiresAt: string | null, holder: { __typename: 'Person', id: string, username: string } | null, task: { __typename: 'Task', id: string, status: TaskStatus } } & { ' $fragmentName'?: 'SubmitMappingAnswer_LockEnded_Fragment' };

type SubmitMappingAnswer_LockNotHeld_Fragment = { __typename: 'LockNotHeld', message: string, code: string, expiresAt: string | null, holder: { __typename: 'Person', id: string, username: string } | null } & { ' $fragmentName'?: 'SubmitMappingAnswer_LockNotHeld_Fragment' };

type SubmitMappingAnswer_NotFound_Fragment = { __typename: 'NotFound', message: string, code: string } & { ' $fragmentName'?: 'SubmitMappingAnswer_NotFound_Fragment' };

type SubmitMappingAnswer_NotSignedIn_Fragment = { __typename: 'NotSignedIn', message: string, code: string } & { ' $fragmentName'?: 'SubmitMappingAnswer_NotSignedIn_Fragment' };

type SubmitMappingAnswer_SubmitMappingPayload_Fragment = { __typename: 'SubmitMappingPayload', task: { __typename: 'Task', id: string, number: number, status: TaskStatus, viewerCanUndo: { __typename: 'Permission', allowed: boolean } } } & { ' $fragmentName'?: 'SubmitMappingAnswer_SubmitMappingPayload_Fragment' };

export type SubmitMappingAnswerFragment =
  | SubmitMappingAnswer_InvalidInput_Fragment
  | SubmitMappingAnswer_LockEnded_Fragment
  | SubmitMappingAnswer_LockNotHeld_Fragment
  | SubmitMappingAnswer_NotFound_Fragment
  | SubmitMappingAnswer_NotSignedIn_Fragment
  | SubmitMappingAnswer_SubmitMappingPayload_Fragment
;

export type StopMappingMutationVariables = Exact<{
  input: StopMappingInput;
}>;


export type StopMappingMutation = { stopMapping:
    | { __typename: 'InvalidInput', message: string, code: string }
    | { __typename: 'LockNotHeld', message: string, code: string }
    | { __typename: 'NotFound', message: string, code: string }
    | { __typename: 'NotSignedIn', message: string, code: string }
    | { __typename: 'StopMappingPayload', task: { __typename: 'Task', id: string, status: TaskStatus } }
   };

export type SplitTaskMutationVariables = Exact<{
  input: SplitTaskInput;
}>;


export type SplitTaskMutation = { splitTask:
    | { __typename: 'LockNotHeld', message: string, code: string }
    | { __typename: 'NotFound', message: string, code: string }
    | { __typename: 'NotSignedIn', message: string, code: string }
    | { __typename: 'SplitTaskPayload', tasks: Array<{ __typename: 'Task', id: string, number: number }> }
    | { __typename: 'TaskTooSmall', message: string, code: string }
   };

export type TakeTaskAgainMutationVariables = Exact<{
  input: LockTaskForMappingInput;
}>;


export type TakeTaskAgainMutation = { lockTaskForMapping:
    | { __typename: 'AlreadyHoldsLock', message: string, code: string }
    | { __typename: 'LockTaskForMappingPayload', task: { __typename: 'Task', id: string, number: number, mapId: number, status: TaskStatus, lock: { __typename: 'TaskLock', kind: LockKind, since: string, expiresAt: string, version: number, holder: { __typename: 'Person', id: string, osmId: number, username: string } } | null, project: { __typename: 'Project', id: string, number: number, name: string } } }
    | { __typename: 'NotFound', message: string, code: string }
    | { __typename: 'NotPermitted', message: string, code: string }
    | { __typename: 'NotSignedIn', message: string, code: string }
    | { __typename: 'TaskAlreadyLocked', message: string, code: string }
    | { __typename: 'TaskNotInState', message: string, code: string }
   };

export type SubmitValidationMutationVariables = Exact<{
  input: SubmitValidationInput;
}>;


export type SubmitValidationMutation = { submitValidation:
    | { __typename: 'InvalidInput', message: string, code: string }
    | { __typename: 'NotFound', message: string, code: string }
    | { __typename: 'NotSignedIn', message: string, code: string }
    | { __typename: 'SubmitValidationPayload', tasks: Array<{ __typename: 'Task', id: string, number: number, status: TaskStatus }> }
    | { __typename: 'TasksRefused', message: string, code: string, refusals: Array<{ __typename: 'TaskRefusal', taskNumber: number, code: string, message: string }> }
   };

export type StopValidationMutationVariables = Exact<{
  input: StopValidationInput;
}>;


export type StopValidationMutation = { stopValidation:
    | { __typename: 'InvalidInput', message: string, code: string }
    | { __typename: 'NotFound', message: string, code: string }
    | { __typename: 'NotSignedIn', message: string, code: string }
    | { __typename: 'StopValidationPayload', tasks: Array<{ __typename: 'Task', id: string, status: TaskStatus }> }
    | { __typename: 'TasksRefused', message: string, code: string, refusals: Array<{ __typename: 'TaskRefusal', taskNumber: number, code: string, message: string }> }
   };

export type TakeForValidationAgainMutationVariables = Exact<{
  input: LockTasksForValidationInput;
}>;


export type TakeForValidationAgainMutation = { lockTasksForValidation:
    | { __typename: 'InvalidInput', message: string, code: string }
    | { __typename: 'LockTasksForValidationPayload', tasks: Array<{ __typename: 'Task', id: string, number: number, mapId: number, status: TaskStatus, lock: { __typename: 'TaskLock', kind: LockKind, since: string, expiresAt: string, version: number, holder: { __typename: 'Person', id: string, osmId: number, username: string } } | null, project: { __typename: 'Project', id: string, number: number, name: string } }> }
    | { __typename: 'NotFound', message: string, code: string }
    | { __typename: 'NotPermitted', message: string, code: string }
    | { __typename: 'NotSignedIn', message: string, code: string }
    | { __typename: 'TasksRefused', message: string, code: string, refusals: Array<{ __typename: 'TaskRefusal', taskNumber: number, code: string, message: string }> }
   };

export type TaskWorkQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type TaskWorkQuery = { nodes: Array<
    | { __typename: 'Campaign' }
    | { __typename: 'Interest' }
    | { __typename: 'License' }
    | { __typename: 'Organisation' }
    | { __typename: 'Partner' }
    | { __typename: 'Partnership' }
    | { __typename: 'Person' }
    | { __typename: 'Project' }
    | { __typename: 'ProjectComment' }
    | { __typename: 'Task', id: string, number: number, bbox: Array<number>, areaM2: number, geometry: GeoJSON, statusUnderLock: TaskStatus, validatorRequest: string | null, instructions: string, viewerCanSplit: { __typename: 'Permission', allowed: boolean, message: string | null }, history: { __typename: 'TaskHistoryConnection', totalCount: number } }
    | { __typename: 'Team' }
   | null> };

export type TaskHistoryQueryVariables = Exact<{
  project: string | number;
  number: number;
}>;


export type TaskHistoryQuery = { project: { __typename: 'Project', id: string, task: { __typename: 'Task', id: string, history: { __typename: 'TaskHistoryConnection', totalCount: number, edges: Array<{ __typename: 'TaskHistoryEdge', node: (
            { __typename: 'TaskHistoryEntry', id: string }
            & { ' $fragmentRefs'?: { 'HistoryEntryFragment': HistoryEntryFragment } }
          ) }> } } | null } | null };

export type MappingPageQueryVariables = Exact<{
  project: string | number;
}>;


export type MappingPageQuery = { project: { __typename: 'Project', id: string, number: number, name: string, changesetComment: string, imagery: string | null, instructions: string, mappingEditors: Array<Editor>, sandbox: boolean, idEditorUrl: string | null, validationEditors: Array<Editor>, tilesUrl: string, tilesMaxZoom: number, bbox: Array<number>, gridZoom: number | null, areaM2: number, areaOfInterest: GeoJSON, priorityAreas: GeoJSON, figures: { __typename: 'ProjectFigures', totalTasks: number } } | null };

export type ProjectActivityQueryVariables = Exact<{
  project: string | number;
  first: number;
  after?: string | null | undefined;
}>;


export type ProjectActivityQuery = { project: { __typename: 'Project', id: string, activity: { __typename: 'TaskHistoryConnection', totalCount: number, edges: Array<{ __typename: 'TaskHistoryEdge', node: (
          { __typename: 'TaskHistoryEntry', id: string }
          & { ' $fragmentRefs'?: { 'HistoryEntryFragment': HistoryEntryFragment } }
        ) }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } } | null };

export type ProjectInstructionsQueryVariables = Exact<{
  project: string | number;
}>;


export type ProjectInstructionsQuery = { project: { __typename: 'Project', id: string, description: string, instructions: string, changesetComment: string, imagery: string | null } | null };

export type ProjectPeopleQueryVariables = Exact<{
  project: string | number;
  first: number;
}>;


export type ProjectPeopleQuery = { project: { __typename: 'Project', id: string, contributorCount: number, contributors: Array<{ __typename: 'ProjectContributor', mapped: number, validated: number, lastSeen: string, person: { __typename: 'Person', id: string, osmId: number, username: string, pictureUrl: string | null, level: { __typename: 'MappingLevel', number: number, name: string } } }> } | null };

export type TaskCardQueryVariables = Exact<{
  project: string | number;
  number: number;
  history: number;
  after?: string | null | undefined;
}>;


export type TaskCardQuery = { project: { __typename: 'Project', id: string, created: string, mappingEditors: Array<Editor>, validationEditors: Array<Editor>, author: { __typename: 'Person', id: string, username: string }, task: { __typename: 'Task', id: string, number: number, status: TaskStatus, areaM2: number, bbox: Array<number>, lastChangedAt: string, validatorRequest: string | null, lock: { __typename: 'TaskLock', kind: LockKind, since: string, expiresAt: string, version: number, holder: { __typename: 'Person', id: string, osmId: number, username: string } } | null, viewerCanMap: { __typename: 'Permission', allowed: boolean, reason: string | null, message: string | null }, viewerCanValidate: { __typename: 'Permission', allowed: boolean, reason: string | null, message: string | null }, viewerCanUndo: { __typename: 'Permission', allowed: boolean }, history: { __typename: 'TaskHistoryConnection', totalCount: number, edges: Array<{ __typename: 'TaskHistoryEdge', node: (
            { __typename: 'TaskHistoryEntry', id: string }
            & { ' $fragmentRefs'?: { 'HistoryEntryFragment': HistoryEntryFragment } }
          ) }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } } | null } | null };

export type TaskRowFragment = { __typename: 'Task', id: string, number: number, status: TaskStatus, lastChangedAt: string, lastChangedBy: { __typename: 'Person', id: string, username: string } | null, lock: { __typename: 'TaskLock', kind: LockKind, since: string, expiresAt: string, version: number, holder: { __typename: 'Person', id: string, osmId: number, username: string } } | null } & { ' $fragmentName'?: 'TaskRowFragment' };

export type TasksPageQueryVariables = Exact<{
  project: string | number;
}>;


export type TasksPageQuery = { project: { __typename: 'Project', id: string, number: number, name: string, contributorCount: number, enforceRandomTaskSelection: boolean, tilesUrl: string, tilesMaxZoom: number, bbox: Array<number>, gridZoom: number | null, areaM2: number, areaOfInterest: GeoJSON, priorityAreas: GeoJSON, organisation: { __typename: 'Organisation', id: string, name: string } | null, viewerCanMap: { __typename: 'Permission', allowed: boolean, reason: string | null, message: string | null }, viewerCanValidate: { __typename: 'Permission', allowed: boolean, reason: string | null, message: string | null }, figures: { __typename: 'ProjectFigures', totalTasks: number } } | null };

export type LockTaskForMappingMutationVariables = Exact<{
  input: LockTaskForMappingInput;
}>;


export type LockTaskForMappingMutation = { lockTaskForMapping:
    | { __typename: 'AlreadyHoldsLock', message: string, code: string, task: { __typename: 'Task', id: string, number: number, project: { __typename: 'Project', id: string, number: number } } }
    | { __typename: 'LockTaskForMappingPayload', task: (
        { __typename: 'Task', id: string, number: number }
        & { ' $fragmentRefs'?: { 'HeldTaskFragment': HeldTaskFragment } }
      ) }
    | { __typename: 'NotFound', message: string, code: string }
    | { __typename: 'NotPermitted', message: string, code: string }
    | { __typename: 'NotSignedIn', message: string, code: string }
    | { __typename: 'TaskAlreadyLocked', message: string, code: string, expiresAt: string, holder: { __typename: 'Person', id: string, username: string }, nextFree: { __typename: 'Task', id: string, number: number } | null }
    | { __typename: 'TaskNotInState', message: string, code: string, status: TaskStatus }
   };

export type LockNextTaskMutationVariables = Exact<{
  input: LockNextTaskInput;
}>;


export type LockNextTaskMutation = { lockNextTask:
    | { __typename: 'AlreadyHoldsLock', message: string, code: string, task: { __typename: 'Task', id: string, number: number, project: { __typename: 'Project', id: string, number: number } } }
    | { __typename: 'LockNextTaskPayload', task: (
        { __typename: 'Task', id: string, number: number }
        & { ' $fragmentRefs'?: { 'HeldTaskFragment': HeldTaskFragment } }
      ) }
    | { __typename: 'NotFound', message: string, code: string }
    | { __typename: 'NotPermitted', message: string, code: string }
    | { __typename: 'NotSignedIn', message: string, code: string }
    | { __typename: 'NothingLeft', message: string, code: string }
   };

export type LockTasksForValidationMutationVariables = Exact<{
  input: LockTasksForValidationInput;
}>;


export type LockTasksForValidationMutation = { lockTasksForValidation:
    | { __typename: 'InvalidInput', message: string, code: string }
    | { __typename: 'LockTasksForValidationPayload', tasks: Array<(
        { __typename: 'Task', id: string, number: number }
        & { ' $fragmentRefs'?: { 'HeldTaskFragment': HeldTaskFragment } }
      )> }
    | { __typename: 'NotFound', message: string, code: string }
    | { __typename: 'NotPermitted', message: string, code: string }
    | { __typename: 'NotSignedIn', message: string, code: string }
    | { __typename: 'TasksRefused', message: string, code: string, refusals: Array<{ __typename: 'TaskRefusal', taskNumber: number, code: string, message: string, holder: { __typename: 'Person', id: string, username: string } | null }> }
   };

export type TaskListQueryVariables = Exact<{
  project: string | number;
  first: number;
  after?: string | null | undefined;
  filter?: TaskFilter | null | undefined;
  orderBy?: TaskOrder | null | undefined;
}>;


export type TaskListQuery = { project: { __typename: 'Project', id: string, tasks: { __typename: 'TaskConnection', totalCount: number, edges: Array<{ __typename: 'TaskEdge', node: (
          { __typename: 'Task', id: string, number: number }
          & { ' $fragmentRefs'?: { 'TaskRowFragment': TaskRowFragment } }
        ) }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } } | null };

export type ProjectTaskStatesQueryVariables = Exact<{
  id: string | number;
}>;


export type ProjectTaskStatesQuery = { project: { __typename: 'Project', id: string, gridVersion: number, taskStates: { __typename: 'TaskStates', cursor: string, runs: Array<Array<number>>, statuses: string, locks: Array<{ __typename: 'TaskStateLock', mapId: number, number: number, kind: LockKind, expiresAt: string, holder: { __typename: 'LockHolder', osmId: number, username: string, pictureUrl: string | null } }> } } | null };

export type ProjectTasksSubscriptionVariables = Exact<{
  projectId: string | number;
  after?: string | null | undefined;
}>;


export type ProjectTasksSubscription = { projectTasks: { __typename: 'ProjectTasksUpdate', cursor: string, events: Array<{ __typename: 'TaskEvent', cursor: string, at: string, kind: TaskEventKind, mapId: number, number: number, statusUnderLock: TaskStatus, removed: boolean, gridVersion: number, person: { __typename: 'LockHolder', osmId: number, username: string, pictureUrl: string | null } | null, lock: { __typename: 'TaskEventLock', kind: LockKind, expiresAt: string, holder: { __typename: 'LockHolder', osmId: number, username: string, pictureUrl: string | null } } | null }> } };

export type HistoryEntryFragment = { __typename: 'TaskHistoryEntry', id: string, at: string, kind: TaskHistoryKind, taskNumber: number, status: string | null, comment: string | null, durationSeconds: number | null, undo: boolean, person: { __typename: 'Person', id: string, osmId: number, username: string, pictureUrl: string | null }, issues: Array<{ __typename: 'MappingIssue', count: number, category: { __typename: 'MappingIssueCategory', number: number, name: string } }> } & { ' $fragmentName'?: 'HistoryEntryFragment' };

export type UndoTaskMutationVariables = Exact<{
  input: UndoTaskInput;
}>;


export type UndoTaskMutation = { undoTask:
    | { __typename: 'NotFound', message: string, code: string }
    | { __typename: 'NotPermitted', message: string, code: string }
    | { __typename: 'NotSignedIn', message: string, code: string }
    | { __typename: 'TaskAlreadyLocked', message: string, code: string }
    | { __typename: 'TaskNotInState', message: string, code: string }
    | { __typename: 'UndoTaskPayload', task: { __typename: 'Task', id: string, number: number, status: TaskStatus, lastChangedAt: string, viewerCanUndo: { __typename: 'Permission', allowed: boolean } } }
   };

export type LockFragment = { __typename: 'TaskLock', kind: LockKind, since: string, expiresAt: string, version: number, holder: { __typename: 'Person', id: string, osmId: number, username: string } } & { ' $fragmentName'?: 'LockFragment' };

export type HeldTaskFragment = { __typename: 'Task', id: string, number: number, mapId: number, status: TaskStatus, lock: { __typename: 'TaskLock', kind: LockKind, since: string, expiresAt: string, version: number, holder: { __typename: 'Person', id: string, osmId: number, username: string } } | null, project: { __typename: 'Project', id: string, number: number, name: string } } & { ' $fragmentName'?: 'HeldTaskFragment' };

export type HeldTasksQueryVariables = Exact<{ [key: string]: never; }>;


export type HeldTasksQuery = { viewer: { __typename: 'Viewer', person: { __typename: 'Person', id: string, osmId: number, username: string, pictureUrl: string | null }, locks: Array<{ __typename: 'Task', id: string, number: number, mapId: number, status: TaskStatus, lock: { __typename: 'TaskLock', kind: LockKind, since: string, expiresAt: string, version: number, holder: { __typename: 'Person', id: string, osmId: number, username: string } } | null, project: { __typename: 'Project', id: string, number: number, name: string } }> } | null, instance: { __typename: 'Instance', lockDurationSeconds: number, idEditorUrl: string, rapidEditorUrl: string, josmRemoteUrl: string } };

export const ProjectRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ProjectRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Project"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"difficulty"}},{"kind":"Field","name":{"kind":"Name","value":"mappingTypes"}},{"kind":"Field","name":{"kind":"Name","value":"countries"}},{"kind":"Field","name":{"kind":"Name","value":"dueDate"}},{"kind":"Field","name":{"kind":"Name","value":"contributorCount"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"logo"}}]}},{"kind":"Field","name":{"kind":"Name","value":"figures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"percentMapped"}},{"kind":"Field","name":{"kind":"Name","value":"percentValidated"}}]}}]}}]} as unknown as DocumentNode<ProjectRowFragment, unknown>;
export const SubmitMappingAnswerFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SubmitMappingAnswer"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SubmitMappingResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SubmitMappingPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanUndo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}}]}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LockNotHeld"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LockEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]} as unknown as DocumentNode<SubmitMappingAnswerFragment, unknown>;
export const LockFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Lock"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TaskLock"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"osmId"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}}]}}]} as unknown as DocumentNode<LockFragment, unknown>;
export const TaskRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"lastChangedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastChangedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lock"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Lock"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"unmask"}}]}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Lock"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TaskLock"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"osmId"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}}]}}]} as unknown as DocumentNode<TaskRowFragment, unknown>;
export const HistoryEntryFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HistoryEntry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TaskHistoryEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"osmId"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"pictureUrl"}}]}},{"kind":"Field","name":{"kind":"Name","value":"taskNumber"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"comment"}},{"kind":"Field","name":{"kind":"Name","value":"durationSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"undo"}},{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"category"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]} as unknown as DocumentNode<HistoryEntryFragment, unknown>;
export const HeldTaskFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HeldTask"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"mapId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"lock"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Lock"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"unmask"}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Lock"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TaskLock"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"osmId"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}}]}}]} as unknown as DocumentNode<HeldTaskFragment, unknown>;
export const SignOutDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ok"}}]}}]}}]} as unknown as DocumentNode<SignOutMutation, SignOutMutationVariables>;
export const ViewerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"osmId"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"pictureUrl"}},{"kind":"Field","name":{"kind":"Name","value":"role"}}]}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanCreateProject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"instance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"standIn"}},{"kind":"Field","name":{"kind":"Name","value":"signInUrl"}}]}}]}}]} as unknown as DocumentNode<ViewerQuery, ViewerQueryVariables>;
export const CreatePageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CreatePage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanCreateProject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanCreateOrganisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}}]}},{"kind":"Field","name":{"kind":"Name","value":"organisationsManaged"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"instance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"maxInputBytes"}}]}}]}}]} as unknown as DocumentNode<CreatePageQuery, CreatePageQueryVariables>;
export const CreateOrganisationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateOrganisation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateOrganisationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createOrganisation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateOrganisationPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<CreateOrganisationMutation, CreateOrganisationMutationVariables>;
export const CreateProjectDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateProject"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateProjectInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createProject"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateProjectPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"repairs"}},{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInput"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CreateProjectMutation, CreateProjectMutationVariables>;
export const UpdateNewProjectTextsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateNewProjectTexts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateProjectTextsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateProjectTexts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateProjectTextsPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInput"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]}}]} as unknown as DocumentNode<UpdateNewProjectTextsMutation, UpdateNewProjectTextsMutationVariables>;
export const PublishProjectDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PublishProject"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PublishProjectInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"publishProject"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PublishProjectPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInput"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PublishProjectMutation, PublishProjectMutationVariables>;
export const PreviewGridDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PreviewGrid"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"areaOfInterest"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"GeoJSON"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"zoom"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"clip"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"previewGrid"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"areaOfInterest"},"value":{"kind":"Variable","name":{"kind":"Name","value":"areaOfInterest"}}},{"kind":"Argument","name":{"kind":"Name","value":"zoom"},"value":{"kind":"Variable","name":{"kind":"Name","value":"zoom"}}},{"kind":"Argument","name":{"kind":"Name","value":"clip"},"value":{"kind":"Variable","name":{"kind":"Name","value":"clip"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"GridPreview"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"areaM2"}},{"kind":"Field","name":{"kind":"Name","value":"bbox"}},{"kind":"Field","name":{"kind":"Name","value":"zoom"}},{"kind":"Field","name":{"kind":"Name","value":"taskCount"}},{"kind":"Field","name":{"kind":"Name","value":"taskAreaM2"}},{"kind":"Field","name":{"kind":"Name","value":"tasks"}},{"kind":"Field","name":{"kind":"Name","value":"repairs"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidGeometry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"featureIndex"}},{"kind":"Field","name":{"kind":"Name","value":"featureName"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"at"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TooManyTasks"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]}}]} as unknown as DocumentNode<PreviewGridQuery, PreviewGridQueryVariables>;
export const ExploreMapDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ExploreMap"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ProjectFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"projectMap"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}]}]}}]} as unknown as DocumentNode<ExploreMapQuery, ExploreMapQueryVariables>;
export const OrganisationChoicesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OrganisationChoices"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organisations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<OrganisationChoicesQuery, OrganisationChoicesQueryVariables>;
export const ExploreProjectsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ExploreProjects"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ProjectFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ProjectOrder"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"projects"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ProjectRow"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ProjectRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Project"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"difficulty"}},{"kind":"Field","name":{"kind":"Name","value":"mappingTypes"}},{"kind":"Field","name":{"kind":"Name","value":"countries"}},{"kind":"Field","name":{"kind":"Name","value":"dueDate"}},{"kind":"Field","name":{"kind":"Name","value":"contributorCount"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"logo"}}]}},{"kind":"Field","name":{"kind":"Name","value":"figures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"percentMapped"}},{"kind":"Field","name":{"kind":"Name","value":"percentValidated"}}]}}]}}]} as unknown as DocumentNode<ExploreProjectsQuery, ExploreProjectsQueryVariables>;
export const ExtendLocksDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ExtendLocks"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ExtendLocksInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"extendLocks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExtendLocksPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tasks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"HeldTask"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Lock"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TaskLock"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"osmId"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HeldTask"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"mapId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"lock"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Lock"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"unmask"}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<ExtendLocksMutation, ExtendLocksMutationVariables>;
export const ProjectsThatNeedHelpDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ProjectsThatNeedHelp"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"projects"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"need"},"value":{"kind":"EnumValue","value":"TO_MAP"}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"PRIORITY"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"3"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"figures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"percentMapped"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ProjectsThatNeedHelpQuery, ProjectsThatNeedHelpQueryVariables>;
export const SubmitMappingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SubmitMapping"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SubmitMappingInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"submitMapping"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SubmitMappingAnswer"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"unmask"}}]}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SubmitMappingAnswer"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SubmitMappingResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SubmitMappingPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanUndo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}}]}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LockNotHeld"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LockEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]} as unknown as DocumentNode<SubmitMappingMutation, SubmitMappingMutationVariables>;
export const SubmitMappingAndLockNextDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SubmitMappingAndLockNext"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SubmitMappingInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"next"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LockNextTaskInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"submitMapping"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SubmitMappingAnswer"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"unmask"}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"lockNextTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"next"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LockNextTaskPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"HeldTask"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"unmask"}}]}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Lock"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TaskLock"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"osmId"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SubmitMappingAnswer"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SubmitMappingResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SubmitMappingPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanUndo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}}]}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LockNotHeld"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LockEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HeldTask"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"mapId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"lock"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Lock"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"unmask"}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<SubmitMappingAndLockNextMutation, SubmitMappingAndLockNextMutationVariables>;
export const StopMappingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StopMapping"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"StopMappingInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stopMapping"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StopMappingPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<StopMappingMutation, StopMappingMutationVariables>;
export const SplitTaskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SplitTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SplitTaskInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"splitTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SplitTaskPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tasks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<SplitTaskMutation, SplitTaskMutationVariables>;
export const TakeTaskAgainDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TakeTaskAgain"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LockTaskForMappingInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lockTaskForMapping"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LockTaskForMappingPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"HeldTask"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"unmask"}}]}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Lock"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TaskLock"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"osmId"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HeldTask"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"mapId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"lock"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Lock"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"unmask"}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<TakeTaskAgainMutation, TakeTaskAgainMutationVariables>;
export const SubmitValidationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SubmitValidation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SubmitValidationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"submitValidation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SubmitValidationPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tasks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TasksRefused"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refusals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"taskNumber"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SubmitValidationMutation, SubmitValidationMutationVariables>;
export const StopValidationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StopValidation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"StopValidationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stopValidation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StopValidationPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tasks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TasksRefused"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refusals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"taskNumber"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]}}]} as unknown as DocumentNode<StopValidationMutation, StopValidationMutationVariables>;
export const TakeForValidationAgainDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TakeForValidationAgain"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LockTasksForValidationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lockTasksForValidation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LockTasksForValidationPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tasks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"HeldTask"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"unmask"}}]}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TasksRefused"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refusals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"taskNumber"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Lock"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TaskLock"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"osmId"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HeldTask"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"mapId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"lock"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Lock"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"unmask"}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<TakeForValidationAgainMutation, TakeForValidationAgainMutationVariables>;
export const TaskWorkDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TaskWork"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"bbox"}},{"kind":"Field","name":{"kind":"Name","value":"areaM2"}},{"kind":"Field","name":{"kind":"Name","value":"geometry"}},{"kind":"Field","name":{"kind":"Name","value":"statusUnderLock"}},{"kind":"Field","name":{"kind":"Name","value":"validatorRequest"}},{"kind":"Field","name":{"kind":"Name","value":"instructions"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanSplit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"history"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]}}]}}]} as unknown as DocumentNode<TaskWorkQuery, TaskWorkQueryVariables>;
export const TaskHistoryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TaskHistory"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"number"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"task"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"number"},"value":{"kind":"Variable","name":{"kind":"Name","value":"number"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"history"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"HistoryEntry"}}]}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HistoryEntry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TaskHistoryEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"osmId"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"pictureUrl"}}]}},{"kind":"Field","name":{"kind":"Name","value":"taskNumber"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"comment"}},{"kind":"Field","name":{"kind":"Name","value":"durationSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"undo"}},{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"category"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]} as unknown as DocumentNode<TaskHistoryQuery, TaskHistoryQueryVariables>;
export const MappingPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MappingPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"changesetComment"}},{"kind":"Field","name":{"kind":"Name","value":"imagery"}},{"kind":"Field","name":{"kind":"Name","value":"instructions"}},{"kind":"Field","name":{"kind":"Name","value":"mappingEditors"}},{"kind":"Field","name":{"kind":"Name","value":"sandbox"}},{"kind":"Field","name":{"kind":"Name","value":"idEditorUrl"}},{"kind":"Field","name":{"kind":"Name","value":"validationEditors"}},{"kind":"Field","name":{"kind":"Name","value":"tilesUrl"}},{"kind":"Field","name":{"kind":"Name","value":"tilesMaxZoom"}},{"kind":"Field","name":{"kind":"Name","value":"bbox"}},{"kind":"Field","name":{"kind":"Name","value":"gridZoom"}},{"kind":"Field","name":{"kind":"Name","value":"areaM2"}},{"kind":"Field","name":{"kind":"Name","value":"areaOfInterest"}},{"kind":"Field","name":{"kind":"Name","value":"priorityAreas"}},{"kind":"Field","name":{"kind":"Name","value":"figures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalTasks"}}]}}]}}]}}]} as unknown as DocumentNode<MappingPageQuery, MappingPageQueryVariables>;
export const ProjectActivityDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ProjectActivity"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"activity"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"HistoryEntry"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HistoryEntry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TaskHistoryEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"osmId"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"pictureUrl"}}]}},{"kind":"Field","name":{"kind":"Name","value":"taskNumber"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"comment"}},{"kind":"Field","name":{"kind":"Name","value":"durationSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"undo"}},{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"category"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]} as unknown as DocumentNode<ProjectActivityQuery, ProjectActivityQueryVariables>;
export const ProjectInstructionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ProjectInstructions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"instructions"}},{"kind":"Field","name":{"kind":"Name","value":"changesetComment"}},{"kind":"Field","name":{"kind":"Name","value":"imagery"}}]}}]}}]} as unknown as DocumentNode<ProjectInstructionsQuery, ProjectInstructionsQueryVariables>;
export const ProjectPeopleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ProjectPeople"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"contributorCount"}},{"kind":"Field","name":{"kind":"Name","value":"contributors"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"osmId"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"pictureUrl"}},{"kind":"Field","name":{"kind":"Name","value":"level"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"mapped"}},{"kind":"Field","name":{"kind":"Name","value":"validated"}},{"kind":"Field","name":{"kind":"Name","value":"lastSeen"}}]}}]}}]}}]} as unknown as DocumentNode<ProjectPeopleQuery, ProjectPeopleQueryVariables>;
export const TaskCardDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TaskCard"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"number"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"history"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"created"}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}},{"kind":"Field","name":{"kind":"Name","value":"mappingEditors"}},{"kind":"Field","name":{"kind":"Name","value":"validationEditors"}},{"kind":"Field","name":{"kind":"Name","value":"task"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"number"},"value":{"kind":"Variable","name":{"kind":"Name","value":"number"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"areaM2"}},{"kind":"Field","name":{"kind":"Name","value":"bbox"}},{"kind":"Field","name":{"kind":"Name","value":"lastChangedAt"}},{"kind":"Field","name":{"kind":"Name","value":"validatorRequest"}},{"kind":"Field","name":{"kind":"Name","value":"lock"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Lock"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"unmask"}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanMap"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanValidate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanUndo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}}]}},{"kind":"Field","name":{"kind":"Name","value":"history"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"history"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"HistoryEntry"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Lock"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TaskLock"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"osmId"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HistoryEntry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TaskHistoryEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"osmId"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"pictureUrl"}}]}},{"kind":"Field","name":{"kind":"Name","value":"taskNumber"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"comment"}},{"kind":"Field","name":{"kind":"Name","value":"durationSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"undo"}},{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"category"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]} as unknown as DocumentNode<TaskCardQuery, TaskCardQueryVariables>;
export const TasksPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TasksPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"contributorCount"}},{"kind":"Field","name":{"kind":"Name","value":"enforceRandomTaskSelection"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanMap"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanValidate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tilesUrl"}},{"kind":"Field","name":{"kind":"Name","value":"tilesMaxZoom"}},{"kind":"Field","name":{"kind":"Name","value":"bbox"}},{"kind":"Field","name":{"kind":"Name","value":"gridZoom"}},{"kind":"Field","name":{"kind":"Name","value":"areaM2"}},{"kind":"Field","name":{"kind":"Name","value":"areaOfInterest"}},{"kind":"Field","name":{"kind":"Name","value":"priorityAreas"}},{"kind":"Field","name":{"kind":"Name","value":"figures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalTasks"}}]}}]}}]}}]} as unknown as DocumentNode<TasksPageQuery, TasksPageQueryVariables>;
export const LockTaskForMappingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"LockTaskForMapping"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LockTaskForMappingInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lockTaskForMapping"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LockTaskForMappingPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"HeldTask"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TaskAlreadyLocked"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nextFree"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AlreadyHoldsLock"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TaskNotInState"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Lock"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TaskLock"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"osmId"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HeldTask"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"mapId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"lock"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Lock"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"unmask"}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<LockTaskForMappingMutation, LockTaskForMappingMutationVariables>;
export const LockNextTaskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"LockNextTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LockNextTaskInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lockNextTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LockNextTaskPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"HeldTask"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AlreadyHoldsLock"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Lock"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TaskLock"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"osmId"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HeldTask"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"mapId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"lock"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Lock"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"unmask"}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<LockNextTaskMutation, LockNextTaskMutationVariables>;
export const LockTasksForValidationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"LockTasksForValidation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LockTasksForValidationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lockTasksForValidation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LockTasksForValidationPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tasks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"HeldTask"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TasksRefused"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refusals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"taskNumber"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Lock"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TaskLock"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"osmId"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HeldTask"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"mapId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"lock"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Lock"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"unmask"}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<LockTasksForValidationMutation, LockTasksForValidationMutationVariables>;
export const TaskListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TaskList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"TaskFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"TaskOrder"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"tasks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskRow"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Lock"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TaskLock"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"osmId"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"lastChangedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastChangedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lock"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Lock"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"unmask"}}]}]}}]}}]} as unknown as DocumentNode<TaskListQuery, TaskListQueryVariables>;
export const ProjectTaskStatesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ProjectTaskStates"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"gridVersion"}},{"kind":"Field","name":{"kind":"Name","value":"taskStates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"runs"}},{"kind":"Field","name":{"kind":"Name","value":"statuses"}},{"kind":"Field","name":{"kind":"Name","value":"locks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mapId"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"osmId"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"pictureUrl"}}]}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ProjectTaskStatesQuery, ProjectTaskStatesQueryVariables>;
export const ProjectTasksDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"ProjectTasks"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"projectId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"projectTasks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"projectId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"projectId"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"osmId"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"pictureUrl"}}]}},{"kind":"Field","name":{"kind":"Name","value":"mapId"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"statusUnderLock"}},{"kind":"Field","name":{"kind":"Name","value":"lock"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"osmId"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"pictureUrl"}}]}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"removed"}},{"kind":"Field","name":{"kind":"Name","value":"gridVersion"}}]}}]}}]}}]} as unknown as DocumentNode<ProjectTasksSubscription, ProjectTasksSubscriptionVariables>;
export const UndoTaskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UndoTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UndoTaskInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"undoTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UndoTaskPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"lastChangedAt"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanUndo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}}]}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<UndoTaskMutation, UndoTaskMutationVariables>;
export const HeldTasksDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"HeldTasks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"osmId"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"pictureUrl"}}]}},{"kind":"Field","name":{"kind":"Name","value":"locks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"HeldTask"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"unmask"}}]}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"instance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lockDurationSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"idEditorUrl"}},{"kind":"Field","name":{"kind":"Name","value":"rapidEditorUrl"}},{"kind":"Field","name":{"kind":"Name","value":"josmRemoteUrl"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Lock"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TaskLock"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"holder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"osmId"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HeldTask"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"mapId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"lock"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Lock"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"unmask"}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<HeldTasksQuery, HeldTasksQueryVariables>;