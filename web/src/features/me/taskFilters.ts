/** What somebody made of a task; the words of the API. */
export const RESULTS = ['MAPPED', 'VALIDATED', 'INVALIDATED', 'BADIMAGERY'] as const;
export const ORDERS = ['LATEST', 'EARLIEST', 'HIGHEST_PROJECT', 'LOWEST_PROJECT'] as const;

export type TaskFilters = {
  result: (typeof RESULTS)[number] | null;
  project: string | null;
  /** First and last day, as YYYY-MM-DD of the person's own clock. */
  from: string | null;
  to: string | null;
  orderBy: (typeof ORDERS)[number];
};

const one = <T extends string>(all: readonly T[], value: string | null) => all.find((each) => each === value) ?? null;
const day = (value: string | null) =>
  value && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : null;

/** The filters that an address holds; what it does not know is left out. */
export function readTaskFilters(params: URLSearchParams): TaskFilters {
  const project = params.get('project');
  return {
    result: one(RESULTS, params.get('result')),
    project: project && /^\d{1,9}$/.test(project) ? project : null,
    from: day(params.get('from')),
    to: day(params.get('to')),
    orderBy: one(ORDERS, params.get('order')) ?? 'LATEST',
  };
}

/** The address of filters: only what differs from "everything, the latest first". */
export function writeTaskFilters({ result, project, from, to, orderBy }: TaskFilters): URLSearchParams {
  const order = orderBy === 'LATEST' ? null : orderBy;
  const entries = Object.entries({ result, project, from, to, order });
  return new URLSearchParams(entries.filter((entry): entry is [string, string] => entry[1] !== null));
}

/** As the API takes them: the days from their beginning to their end, by the person's own clock. */
export function toPersonTaskFilter({ result, project, from, to }: TaskFilters) {
  const start = (text: string, days = 0) => {
    const date = new Date(`${text}T00:00:00`);
    date.setDate(date.getDate() + days);
    return date.toISOString();
  };
  return { result, projectId: project, from: from && start(from), to: to && start(to, 1) };
}
