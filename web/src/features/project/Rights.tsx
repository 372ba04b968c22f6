import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { IconCheck, IconEye, IconLock, IconPencil, IconX } from '@tabler/icons-react';
import { FormattedMessage, defineMessages, useIntl, type MessageDescriptor } from 'react-intl';
import { Link } from 'react-router';
import { signInAddress } from '../../app/viewer';
import { levelName } from '../../components/person/levelNames';
import { graphql } from '../../gql';
import { AcceptLicence } from './AcceptLicence';
import classes from './Overview.module.css';

export const rightsFragment = graphql(`
  fragment ProjectRights on Project {
    id
    private
    mappingPermission
    validationPermission
    mappingLevel {
      number
      name
      isBeginner
    }
    validationLevel {
      number
      name
      isBeginner
    }
    requiredLicense {
      id
      ...LicenceToAccept
    }
    viewerCanMap {
      allowed
      reason
      message
    }
    viewerCanValidate {
      allowed
      reason
      message
    }
    teams {
      role
      team {
        id
        number
        name
        viewerCanJoin {
          allowed
        }
        viewerMembership {
          active
        }
      }
    }
  }
`);

const who: Record<'map' | 'validate', MessageDescriptor> = defineMessages({
  map: {
    id: 'overview.whoMaps',
    defaultMessage:
      '{who, select, teamsLevel {Members of its teams map, from the level {level} on.} teams {Members of its teams map.} level {Everybody of the level {level} or above may map.} other {Everybody may map.}}',
  },
  validate: {
    id: 'overview.whoValidates',
    defaultMessage:
      '{who, select, teamsLevel {Members of its teams validate, from the level {level} on.} teams {Members of its teams validate.} level {Everybody of the level {level} or above may validate.} other {Everybody may validate.}}',
  },
});

const roles: Record<string, MessageDescriptor> = defineMessages({
  MAPPER: { id: 'overview.teamMaps', defaultMessage: 'maps' },
  VALIDATOR: { id: 'overview.teamValidates', defaultMessage: 'maps and validates' },
  PROJECT_MANAGER: { id: 'overview.teamManages', defaultMessage: 'manages' },
  READ_ONLY: { id: 'overview.teamReads', defaultMessage: 'follows' },
});

/** Who may map and validate here, what that means for the person who reads, and the teams. */
export function Rights({ project: from }: { project: FragmentType<typeof rightsFragment> }) {
  const intl = useIntl();
  const { data: project, complete } = useFragment({ fragment: rightsFragment, fragmentName: 'ProjectRights', from });
  if (!complete) return null;
  const rules = [
    { kind: 'map', permission: project.mappingPermission, level: project.mappingLevel, mine: project.viewerCanMap },
    {
      kind: 'validate',
      permission: project.validationPermission,
      level: project.validationLevel,
      mine: project.viewerCanValidate,
    },
  ] as const;
  const visitor = project.viewerCanMap.reason === 'NOT_SIGNED_IN';
  return (
    <>
      <ul className={classes.rules}>
        {project.private && (
          <li>
            <IconLock size={18} aria-hidden />
            <FormattedMessage
              id="overview.private"
              defaultMessage="It is private: only its teams and people chosen for it see it."
            />
          </li>
        )}
        {rules.map(({ kind, permission, level, mine }) => (
          <li key={kind}>
            {kind === 'map' ? <IconPencil size={18} aria-hidden /> : <IconEye size={18} aria-hidden />}
            <div>
              {intl.formatMessage(who[kind], {
                who:
                  permission === 'TEAMS'
                    ? level.isBeginner
                      ? 'teams'
                      : 'teamsLevel'
                    : level.isBeginner
                      ? 'all'
                      : 'level',
                level: levelName(intl, level.name),
              })}
              {!visitor && (
                <p className={classes.mine} data-allowed={mine.allowed || undefined}>
                  {mine.allowed ? <IconCheck size={16} aria-hidden /> : <IconX size={16} aria-hidden />}
                  {mine.allowed ? <FormattedMessage id="overview.youMay" defaultMessage="You may." /> : mine.message}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
      {visitor && (
        <p className={classes.after}>
          <FormattedMessage
            id="overview.signIn"
            defaultMessage="<a>Sign in</a> to see what you may do here."
            values={{
              a: (words) => (
                <a key="sign-in" href={signInAddress()}>
                  {words}
                </a>
              ),
            }}
          />
        </p>
      )}
      {project.requiredLicense && project.viewerCanMap.reason === 'USER_NOT_ACCEPTED_LICENSE' && (
        <AcceptLicence licence={project.requiredLicense} />
      )}
      {project.teams.length > 0 && (
        <ul className={classes.teams}>
          {project.teams.map(({ role, team }) => (
            <li key={team.id + role}>
              <Link to={`/teams/${team.number}`}>{team.name}</Link>
              <span className={classes.quiet}>{roles[role] && intl.formatMessage(roles[role])}</span>
              {team.viewerMembership === null && team.viewerCanJoin.allowed && (
                <Link to={`/teams/${team.number}`} className={classes.join}>
                  <FormattedMessage id="overview.join" defaultMessage="Ask to join" />
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
