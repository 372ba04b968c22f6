import { EVERY_PAGE } from './everyPage.js';
import { lookAtPages } from './lookAtPages.js';

lookAtPages(EVERY_PAGE.filter(({ who }) => who !== null));
