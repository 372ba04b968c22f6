import type { CodegenConfig } from '@graphql-codegen/cli';

// Types and documents of the web client, from the contract alone: no running server is needed.
// Paths are those of the `web` workspace, in which `npm run generate` runs this.
const config: CodegenConfig = {
  schema: '../schema.graphql',
  documents: ['src/**/*.{ts,tsx}', '!src/gql/**'],
  ignoreNoDocuments: true,
  generates: {
    'src/gql/': {
      preset: 'client',
      // Apollo masks fragments at run time (`dataMasking`); codegen's own masking would clash with it.
      presetConfig: { fragmentMasking: false },
      config: {
        inlineFragmentTypes: 'mask',
        customDirectives: { apolloUnmask: true },
        enumsAsTypes: true,
        useTypeImports: true,
        nonOptionalTypename: true,
        skipTypeNameForRoot: true,
        defaultScalarType: 'unknown',
        strictScalars: true,
        scalars: { DateTime: 'string', GeoJSON: 'geojson#GeoJSON', JSON: 'unknown' },
      },
    },
    // Which types are an `Error` or a `Node`, so that Apollo can match fragments on them.
    'src/gql/possibleTypes.json': {
      plugins: ['fragment-matcher'],
    },
  },
};

export default config;
