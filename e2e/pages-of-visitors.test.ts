import { expect, it } from 'vitest';
import { EVERY_PAGE, missingRoutes } from './everyPage.js';
import { lookAtPages } from './lookAtPages.js';

it('every route of the router is looked at', () => expect(missingRoutes()).toEqual([]));

lookAtPages(EVERY_PAGE.filter(({ who }) => who === null));
