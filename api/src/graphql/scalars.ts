import { GraphQLError, Kind, valueFromASTUntyped } from 'graphql';
import { builder } from './builder.js';

builder.scalarType('DateTime', {
  description: 'A moment, ISO 8601 in UTC with a Z.',
  serialize: (value) => (value instanceof Date ? value : new Date(value)).toISOString(),
  parseValue: (value) => {
    const moment = typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) ? new Date(value) : undefined;
    if (!moment || Number.isNaN(moment.getTime())) {
      throw new GraphQLError('A DateTime is written in ISO 8601, for example 2026-05-06T08:38:46Z.');
    }
    return moment;
  },
});

builder.scalarType('GeoJSON', {
  description: 'A GeoJSON object (geometry, Feature or FeatureCollection), EPSG:4326, coordinates as [lon, lat].',
  serialize: (value) => value,
  parseValue: (value) => {
    if (typeof value !== 'object' || value === null) throw new GraphQLError('GeoJSON is an object with a "type".');
    return value;
  },
  parseLiteral: (node, variables) => {
    if (node.kind !== Kind.OBJECT) throw new GraphQLError('GeoJSON is an object with a "type".');
    return valueFromASTUntyped(node, variables);
  },
});

builder.scalarType('JSON', {
  description:
    'Any JSON value, where the shape of what it holds is not fixed; the field that gives it says what it is.',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
});
