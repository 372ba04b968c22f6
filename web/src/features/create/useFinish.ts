import { useApolloClient, useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql';
import type { CreateProjectInput } from '../../gql/graphql';
import { forgetDraft, type Draft } from './draft';
import type { ChangeDraft } from './useDraft';

const createProjectMutation = graphql(`
  mutation CreateProject($input: CreateProjectInput!) {
    createProject(input: $input) {
      ... on CreateProjectPayload {
        repairs
        project {
          id
          number
        }
      }
      ... on Error {
        message
        code
      }
      ... on InvalidInput {
        issues {
          path
          message
        }
      }
    }
  }
`);

const updateTextsMutation = graphql(`
  mutation UpdateNewProjectTexts($input: UpdateProjectTextsInput!) {
    updateProjectTexts(input: $input) {
      ... on UpdateProjectTextsPayload {
        project {
          id
          name
        }
      }
      ... on Error {
        message
        code
      }
      ... on InvalidInput {
        issues {
          path
          message
        }
      }
    }
  }
`);

const publishMutation = graphql(`
  mutation PublishProject($input: PublishProjectInput!) {
    publishProject(input: $input) {
      ... on PublishProjectPayload {
        project {
          id
          number
          status
        }
      }
      ... on Error {
        message
        code
      }
      ... on InvalidInput {
        issues {
          path
          message
        }
      }
    }
  }
`);

type Problem = { message: string; issues: string[] };
type Refusal = { message: string; issues?: { message: string }[] };

const LOCALE = 'en';

/** The last step's work: create the project, then keep its texts and publish it; says what was refused, and why. */
export function useFinish(draft: Draft, change: ChangeDraft) {
  const intl = useIntl();
  const client = useApolloClient();
  const [busy, setBusy] = useState(false);
  const [published, setPublished] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [repairs, setRepairs] = useState<readonly string[]>([]);
  const [createProject] = useMutation(createProjectMutation);
  const [updateTexts] = useMutation(updateTextsMutation);
  const [publishProject] = useMutation(publishMutation);

  const refuse = ({ message, issues = [] }: Refusal) =>
    setProblem({ message, issues: issues.map((issue) => issue.message).filter((each) => each !== message) });

  /** One thing at a time; an answer that never came is told as such, and nothing typed is lost. */
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch {
      refuse({
        message: intl.formatMessage({
          id: 'create.failed',
          defaultMessage: 'The server did not answer. All you chose and wrote is kept here. Try again',
        }),
      });
    } finally {
      setBusy(false);
    }
  };

  const create = () =>
    run(async () => {
      const { data } = await createProject({ variables: { input: toInput(draft) } });
      const result = data?.createProject;
      if (result?.__typename !== 'CreateProjectPayload') return refuse(result ?? noAnswer());
      setRepairs(result.repairs);
      change({ created: { id: result.project.id, number: result.project.number } });
    });

  const publish = () =>
    run(async () => {
      if (!draft.created) return;
      const projectId = draft.created.id;
      const { name, shortDescription, description, instructions } = draft;
      const text = { locale: LOCALE, name, shortDescription, description, instructions };
      const { data: texts } = await updateTexts({ variables: { input: { projectId, texts: [text] } } });
      const kept = texts?.updateProjectTexts;
      if (kept?.__typename !== 'UpdateProjectTextsPayload') return refuse(kept ?? noAnswer());
      const { data } = await publishProject({ variables: { input: { projectId } } });
      const result = data?.publishProject;
      if (result?.__typename !== 'PublishProjectPayload') return refuse(result ?? noAnswer());
      setPublished(true);
      forgetDraft();
      // Explore's lists and map know nothing of the new project.
      client.cache.evict({ id: 'ROOT_QUERY', fieldName: 'projects' });
      client.cache.evict({ id: 'ROOT_QUERY', fieldName: 'projectMap' });
    });

  const reset = () => {
    setPublished(false);
    setProblem(null);
    setRepairs([]);
  };
  return { busy, published, problem, repairs, create, publish, reset };
}

export type Finish = ReturnType<typeof useFinish>;

function noAnswer(): never {
  throw new Error('The answer has no result.');
}

function toInput(draft: Draft): CreateProjectInput {
  if (!draft.area || !draft.organisationId) throw new Error('The steps before are not done.');
  return {
    organisationId: draft.organisationId,
    name: draft.name.trim(),
    locale: LOCALE,
    areaOfInterest: draft.area.polygons,
    taskCreationMode: draft.ownTasks ? 'ARBITRARY' : 'GRID',
    zoom: draft.ownTasks ? undefined : (draft.zoom ?? undefined),
    clip: draft.ownTasks ? undefined : draft.clip,
    shortDescription: draft.shortDescription.trim() || undefined,
    description: draft.description.trim() || undefined,
    instructions: draft.instructions.trim() || undefined,
    difficulty: draft.difficulty,
    priority: draft.priority,
    mappingTypes: draft.mappingTypes,
    imagery: draft.imagery.trim() || undefined,
  };
}
