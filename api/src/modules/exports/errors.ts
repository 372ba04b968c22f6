import { DomainError } from '../../errors.js';

export class ExportsBusy extends DomainError {
  readonly code = 'EXPORTS_BUSY';
  constructor() {
    super('Many downloads are running at this moment. Try again in a minute.');
  }
}
