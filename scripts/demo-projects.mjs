// What the demo consists of. The places are real, the people and the organisation are invented.

export const ORGANISATION = {
  name: 'Island Mapping Circle',
  slug: 'island-mapping-circle',
  description: 'Volunteers who map small islands, so that those who live there are on the map. Invented for this demo.',
};

/** changesets: on OpenStreetMap, which makes a beginner (0), an intermediate (250) or an advanced mapper (500). */
export const MAPPERS = [
  { name: 'kestrel', changesets: 640 },
  { name: 'mangrove7', changesets: 310 },
  { name: 'tidepool', changesets: 12 },
  { name: 'saltmarsh', changesets: 95 },
  { name: 'harmattan', changesets: 270 },
  { name: 'quillwort', changesets: 3 },
];
export const VALIDATORS = [
  { name: 'basalt', changesets: 2100 },
  { name: 'wayfinder_k', changesets: 880 },
];

const BOUNDARY = 'The area is the land of the country after OpenStreetMap, © its contributors.';

/**
 * mapped, validated: shares of all tasks that people get to. open: how many locks are left in force, for mapping and for
 * validation; the people who hold them must differ from project to project, because one person maps one task at a time.
 */
export const PROJECTS = [
  {
    country: 'STP',
    mapped: 0.94,
    validated: 0.8,
    open: { mappers: ['quillwort'], validator: 'wayfinder_k', tasks: 2 },
    input: {
      name: 'São Tomé and Príncipe: roads and paths',
      zoom: 13,
      shortDescription: 'Roads, tracks and paths on both islands, for those who bring vaccines to every village.',
      description: `Health workers plan their rounds with these roads. Many villages are reached by tracks only, and few tracks are on the map.\n\n${BOUNDARY}`,
      instructions:
        '## What to map\n\n- **Roads** that cars use: `highway=unclassified` or `residential`\n- **Tracks** and **paths** between villages: `highway=track`, `highway=path`\n\nConnect them where they meet. Leave out what trees hide: do not guess.',
      perTaskInstructions: '',
      priority: 'HIGH',
      difficulty: 'EASY',
      mappingTypes: ['ROADS'],
      imagery: 'Bing',
    },
  },
  {
    country: 'MLT',
    mapped: 0.62,
    validated: 0.45,
    split: 1,
    open: { mappers: ['saltmarsh', 'harmattan'], validator: 'basalt', tasks: 3 },
    input: {
      name: 'Malta and Gozo: buildings before the winter storms',
      zoom: 14,
      shortDescription: 'Outlines of buildings near the coast, to see which ones a storm surge reaches.',
      description: `Storm surges reach further every winter. With every building on the map one can tell whom to warn first.\n\n${BOUNDARY}`,
      instructions:
        '## What to map\n\nEvery building as its own outline, `building=yes`. Square the corners.\n\n## What not\n\nWalls of fields and salt pans are not buildings.',
      perTaskInstructions: '',
      priority: 'MEDIUM',
      difficulty: 'MODERATE',
      mappingTypes: ['BUILDINGS'],
      imagery: 'Bing',
    },
  },
  {
    country: 'COM',
    mapped: 0.3,
    validated: 0.12,
    split: 2,
    open: { mappers: ['kestrel', 'mangrove7', 'tidepool'] },
    input: {
      name: 'Comoros: villages, roads and rivers after the cyclone',
      zoom: 14,
      shortDescription: 'Everything that helps to find people: buildings, roads and the rivers that cut them off.',
      description: `The cyclone took bridges and roofs on all three islands. Responders need to know where people live and how to get there.\n\n${BOUNDARY}`,
      instructions:
        '## In this order\n\n1. Buildings, each with its own outline\n2. Roads and paths, connected\n3. Rivers, with `waterway=river` downstream\n\nThe imagery is from before the cyclone. Where clouds hide a task, mark its imagery as unusable.',
      perTaskInstructions: '',
      priority: 'URGENT',
      difficulty: 'MODERATE',
      mappingTypes: ['BUILDINGS', 'ROADS', 'WATERWAYS'],
      imagery: 'Bing',
    },
  },
];

export const COMMENTS = [
  'All buildings done, roads are connected.',
  'A few roofs under trees left out, please look again.',
  'The river was off by some metres, moved it.',
  'Many new houses in the north.',
];
export const REQUESTS = [
  'Some houses in the upper corner are missing.',
  'Please square the corners, and split the two houses that stand wall to wall.',
  'The track to the south does not meet the road.',
];
