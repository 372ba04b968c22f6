// The package brings no types; these are of the few functions the colour test uses.
declare module 'culori' {
  export interface Rgb {
    mode: 'rgb';
    r: number;
    g: number;
    b: number;
  }
  export function parse(colour: string): Rgb | undefined;
  export function differenceCiede2000(): (one: Rgb, other: Rgb) => number;
  export function filterDeficiencyDeuter(severity: number): (colour: Rgb) => Rgb;
  export function filterDeficiencyProt(severity: number): (colour: Rgb) => Rgb;
  export function filterDeficiencyTrit(severity: number): (colour: Rgb) => Rgb;
}
