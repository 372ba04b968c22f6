import { DomainError } from '../../errors.js';

/** Why an area of interest cannot be used, and where. */
export class InvalidGeometry extends DomainError {
  readonly code = 'INVALID_GEOMETRY';
  constructor(
    readonly reason: string,
    message: string,
    /** Which feature, counted from 0. */
    readonly featureIndex: number | null = null,
    readonly featureName: string | null = null,
    /** [lon, lat] of the fault. */
    readonly at: [number, number] | null = null,
  ) {
    super(message);
  }
}

const number = (value: number) => Math.round(value).toLocaleString('en');

export class AreaTooLarge extends DomainError {
  readonly code = 'AREA_TOO_LARGE';
  constructor(
    readonly limitKm2: number,
    readonly areaKm2: number,
  ) {
    super(
      `The area has ${number(areaKm2)} km2; at most ${number(limitKm2)} km2 are possible. Draw a smaller one, or make several projects.`,
    );
  }
}

export class TooManyTasks extends DomainError {
  readonly code = 'TOO_MANY_TASKS';
  constructor(
    readonly limit: number,
    readonly count: number,
  ) {
    super(
      `This would make ${number(count)} tasks or more; at most ${number(limit)} are possible. Make the tasks larger, or the area smaller.`,
    );
  }
}

export class InputTooLarge extends DomainError {
  readonly code = 'INPUT_TOO_LARGE';
  constructor(
    readonly limitBytes: number,
    readonly bytes: number,
  ) {
    super(
      `The area is described by ${number(bytes)} bytes; at most ${number(limitBytes)} are possible. Simplify its outline.`,
    );
  }
}
