import './scalars.js';
import './errors.js';
import '../modules/people/Person.js';
import '../modules/organisations/Organisation.js';
import '../modules/organisations/createOrganisation.js';
import '../modules/system/Instance.js';
import { builder } from './builder.js';

export const schema = builder.toSchema();
