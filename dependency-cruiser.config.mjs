// The boundaries of the house: faces → service → database, modules meet through their services, no cycles.
/** Files of a module that other modules may use: its rules, what it knows, and its GraphQL types (one capitalised file a type). */
const OPEN = '/(service|policy|standing|load|texts|errors|enums|[A-Z]\\w*)\\.ts$';

export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'modules-meet-through-their-services',
      severity: 'error',
      from: { path: '^api/src/modules/([^/]+)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^api/src/modules/', pathNot: ['^api/src/modules/$1/', OPEN] },
    },
    {
      name: 'rules-know-no-face',
      comment:
        'A service or a policy serves GraphQL and REST alike: it may know their context type, not their builders.',
      severity: 'error',
      from: { path: '^api/src/modules/[^/]+/(service|policy|standing|errors|rows)\\.ts$' },
      to: {
        path: 'node_modules/(@pothos|fastify|graphql-yoga|graphql)/|^api/src/graphql/(builder|schema|endpoint)\\.ts$',
      },
    },
    {
      name: 'the-database-knows-no-module',
      severity: 'error',
      from: { path: '^api/src/(database|live)/' },
      to: { path: '^api/src/(modules|graphql)/' },
    },
    {
      name: 'the-worker-knows-what-modules-give-it-to-do',
      severity: 'error',
      from: { path: '^api/src/jobs/', pathNot: '\\.test\\.ts$' },
      to: { path: '^api/src/(modules|graphql)/', pathNot: '^api/src/(modules/[^/]+/jobs|graphql/context)\\.ts$' },
    },
    {
      name: 'features-do-not-reach-into-each-other',
      severity: 'error',
      from: { path: '^web/src/features/([^/]+)/' },
      to: { path: '^web/src/features/', pathNot: '^web/src/features/$1/' },
    },
    {
      name: 'parts-know-no-feature',
      severity: 'error',
      from: { path: '^web/src/(map|task|components)/' },
      to: { path: '^web/src/features/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(generated|/gql)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js'] },
  },
};
