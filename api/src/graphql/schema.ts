import './scalars.js';
import './errors.js';
import '../modules/people/Person.js';
import '../modules/people/Viewer.js';
import '../modules/sign-in/Session.js';
import '../modules/sign-in/signOut.js';
import '../modules/organisations/Organisation.js';
import '../modules/organisations/createOrganisation.js';
import '../modules/system/Instance.js';
import { builder } from './builder.js';

export const schema = builder.toSchema();
