import { campaignsOperations } from '../modules/campaigns/rest.js';
import { campaignLinkOperations } from '../modules/campaigns/restTakePart.js';
import { gridOperations } from '../modules/grid/rest.js';
import { interestsOperations } from '../modules/interests/rest.js';
import { issueCategoriesOperations } from '../modules/issue-categories/rest.js';
import { levelsOperations } from '../modules/levels/rest.js';
import { licensesOperations } from '../modules/licences/rest.js';
import { notificationsOperations } from '../modules/notifications/rest.js';
import { projectCreateOperations } from '../modules/projects/restCreate.js';
import { organisationsOperations } from '../modules/organisations/rest.js';
import { projectListOperations } from '../modules/projects/restLists.js';
import { projectManageOperations } from '../modules/projects/restManage.js';
import { projectSearchOperations } from '../modules/projects/restSearch.js';
import { projectUpdateOperations } from '../modules/projects/restUpdate.js';
import { projectCommentsOperations } from '../modules/projects/restComments.js';
import { projectReadOperations } from '../modules/projects/restRead.js';
import { peopleOperations } from '../modules/people/rest.js';
import { peopleListOperations } from '../modules/people/restLists.js';
import { peopleStatisticsOperations } from '../modules/people/restStatistics.js';
import { messagesOperations } from '../modules/notifications/restMessages.js';
import { signInOperations } from '../modules/sign-in/rest.js';
import { taskNotesOperations } from '../modules/tasks/restNotes.js';
import { imagesOperations } from '../modules/system/restImages.js';
import { systemOperations } from '../modules/system/rest.js';
import { taskStatisticsOperations } from '../modules/statistics/rest.js';
import { tasksOperations } from '../modules/tasks/rest.js';
import { projectWorkOperations } from '../modules/tasks/restWork.js';
import { countriesOperations } from '../modules/projects/restCountries.js';
import { documentOperation } from './document.js';
import { mapswipeOperations } from '../modules/partners/restMapswipe.js';
import { partnersOperations } from '../modules/partners/rest.js';
import { partnershipsOperations } from '../modules/partners/restPartnerships.js';
import { teamsOperations } from '../modules/teams/rest.js';
import { teamMembersOperations } from '../modules/teams/restMembers.js';
import { projectTeamsOperations } from '../modules/teams/restProjects.js';
import type { Operation } from './operation.js';

/** Every operation of v2, by module. */
export const operations: Operation[] = [
  ...countriesOperations,
  documentOperation(() => operations),
  ...campaignsOperations,
  ...campaignLinkOperations,
  ...gridOperations,
  ...interestsOperations,
  ...issueCategoriesOperations,
  ...levelsOperations,
  ...licensesOperations,
  ...notificationsOperations,
  ...projectCreateOperations,
  ...organisationsOperations,
  ...projectListOperations,
  ...projectManageOperations,
  ...projectSearchOperations,
  ...projectUpdateOperations,
  ...projectCommentsOperations,
  ...projectReadOperations,
  ...peopleListOperations,
  ...peopleOperations,
  ...peopleStatisticsOperations,
  ...messagesOperations,
  ...signInOperations,
  ...imagesOperations,
  ...systemOperations,
  ...taskNotesOperations,
  ...taskStatisticsOperations,
  ...tasksOperations,
  ...projectWorkOperations,
  ...mapswipeOperations,
  ...partnersOperations,
  ...partnershipsOperations,
  ...teamsOperations,
  ...teamMembersOperations,
  ...projectTeamsOperations,
];
