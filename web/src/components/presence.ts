const colours = ['#F2C9A1', '#BFD7C9', '#C9C6EE', '#F0BFC4', '#BCDDEB', '#E6DB9C', '#D8C3E0'] as const;

/** Background for a person or organisation, chosen by id; text on it is #1E1B17 in both themes. */
export function presenceColour(id: number): string {
  return colours[Math.abs(Math.trunc(id)) % colours.length] ?? colours[0];
}
