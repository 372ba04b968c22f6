interface Project {
  osmchaFilterId: string | null;
  bbox: readonly number[];
  created: string;
  changesetComment: string;
}

/** OSMCha with the changesets of a project: by its own filter, else by place, comment and the day it began. */
export function osmchaAddress({ osmchaFilterId, bbox, created, changesetComment }: Project): string {
  if (osmchaFilterId) return `https://osmcha.org/?aoi=${encodeURIComponent(osmchaFilterId)}`;
  const is = (value: string) => [{ label: value, value }];
  const hashtag = /#[^\s#]+/.exec(changesetComment)?.[0] ?? changesetComment;
  const filters = {
    in_bbox: is(bbox.join(',')),
    // Larger changesets reach far out of the project.
    area_lt: is('2'),
    date__gte: is(created.slice(0, 10)),
    ...(hashtag && { comment: is(hashtag) }),
  };
  return `https://osmcha.org/?filters=${encodeURIComponent(JSON.stringify(filters))}`;
}

/** Everything in OpenStreetMap now, in a box of [west, south, east, north]. */
export function overpassAddress([west, south, east, north]: readonly number[]): string {
  const box = [south, west, north, east].join(',');
  const query = `[out:json][timeout:25];\nnwr(${box});\nout geom;`;
  return `https://overpass-turbo.eu/?Q=${encodeURIComponent(query)}&R`;
}
