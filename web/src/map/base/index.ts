export { cutAtAntimeridian } from './antimeridian';
export { baseStyle } from './baseStyle';
export { MAP_COLOURS, type MapTheme } from './colours';
export { fadeDuration, furnish, lessMotion } from './furnish';
