import { defineMessages, type IntlShape, type MessageDescriptor } from 'react-intl';

const words: Record<string, MessageDescriptor> = defineMessages({
  BEGINNER: { id: 'level.beginner', defaultMessage: 'Beginner', description: 'Least experience of a mapper' },
  INTERMEDIATE: { id: 'level.intermediate', defaultMessage: 'Intermediate', description: 'Experience of a mapper' },
  ADVANCED: { id: 'level.advanced', defaultMessage: 'Advanced', description: 'Most experience of a mapper' },
});

/** A level as people read it: the three that there are from the start in their language, an instance's own as it was named. */
export const levelName = (intl: IntlShape, name: string): string => {
  const word = words[name];
  return word ? intl.formatMessage(word) : name;
};
