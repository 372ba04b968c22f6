import type { NotificationFilter, NotificationOrder, NotificationType } from '../../gql/graphql';

/** The kinds of messages that the inbox tells apart, and the types that belong to each. */
export const KINDS = {
  all: null,
  messages: ['SYSTEM', 'BROADCAST', 'TEAM_BROADCAST', 'MENTION_NOTIFICATION'],
  projects: ['PROJECT_CHAT_NOTIFICATION', 'PROJECT_ACTIVITY_NOTIFICATION'],
  tasks: ['VALIDATION_NOTIFICATION', 'INVALIDATION_NOTIFICATION', 'TASK_COMMENT_NOTIFICATION'],
  teams: ['REQUEST_TEAM_NOTIFICATION', 'INVITATION_NOTIFICATION'],
} as const satisfies Record<string, readonly NotificationType[] | null>;

export type Kind = keyof typeof KINDS;

const orders = { newest: 'NEWEST', oldest: 'OLDEST', unread: 'UNREAD_FIRST' } as const satisfies Record<
  string,
  NotificationOrder
>;
export type Order = keyof typeof orders;

/** What the inbox shows, as the address holds it. */
export type Filters = {
  kind: Kind;
  unread: boolean;
  /** Number of the only project. */
  project: number | null;
  /** How the name of the sender begins. */
  from: string;
  order: Order;
};

const NO_FILTERS: Filters = { kind: 'all', unread: false, project: null, from: '', order: 'newest' };

const isKey = <T extends object>(of: T, word: string | null): word is string & keyof T =>
  word !== null && Object.hasOwn(of, word);

/** Filters of an address; what it does not understand is left at its default. */
export function readFilters(params: URLSearchParams): Filters {
  const kind = params.get('kind');
  const order = params.get('order');
  const project = Number(params.get('project'));
  return {
    kind: isKey(KINDS, kind) ? kind : NO_FILTERS.kind,
    unread: params.get('unread') === 'yes',
    project: Number.isInteger(project) && project > 0 ? project : null,
    from: params.get('from') ?? '',
    order: isKey(orders, order) ? order : NO_FILTERS.order,
  };
}

/** The address of filters: only what differs from the defaults. */
export function writeFilters(filters: Filters): URLSearchParams {
  const params = new URLSearchParams();
  if (filters.kind !== NO_FILTERS.kind) params.set('kind', filters.kind);
  if (filters.unread) params.set('unread', 'yes');
  if (filters.project) params.set('project', String(filters.project));
  if (filters.from) params.set('from', filters.from);
  if (filters.order !== NO_FILTERS.order) params.set('order', filters.order);
  return params;
}

/** The filters as the API takes them. */
export function toQuery(filters: Filters): { filter: NotificationFilter; orderBy: NotificationOrder } {
  const types = KINDS[filters.kind];
  return {
    filter: {
      ...(types && { types: [...types] }),
      ...(filters.unread && { read: false }),
      ...(filters.project && { projectId: String(filters.project) }),
      ...(filters.from.trim() && { senderPrefix: filters.from.trim() }),
    },
    orderBy: orders[filters.order],
  };
}

/** Whether the list is narrowed at all. */
export const isNarrowed = (filters: Filters): boolean => writeFilters({ ...filters, order: 'newest' }).size > 0;

export const withoutFilters = (filters: Filters): Filters => ({ ...NO_FILTERS, order: filters.order });
