export { cutAtAntimeridian } from './antimeridian';
export { baseStyle } from './baseStyle';
export { MAP_COLOURS, type MapTheme } from './colours';
export { furnish } from './furnish';
