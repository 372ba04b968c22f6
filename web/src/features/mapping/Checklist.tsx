import { Checkbox } from '@mantine/core';
import { FormattedMessage } from 'react-intl';
import classes from './Checklist.module.css';

const points = [
  <FormattedMessage key="all" id="checklist.all" defaultMessage="Everything asked for inside the line is mapped" />,
  <FormattedMessage key="fit" id="checklist.fit" defaultMessage="Shapes fit the imagery, corners are square" />,
  <FormattedMessage key="saved" id="checklist.saved" defaultMessage="My edits are saved" />,
];

type Props = { checked: readonly number[]; onChange: (checked: readonly number[]) => void };

/** What is worth a last look before a task is called mapped. Nothing depends on it; the marks stay with the draft. */
export function Checklist({ checked, onChange }: Props) {
  return (
    <fieldset className={classes.list}>
      <legend>
        <FormattedMessage id="checklist.title" defaultMessage="Look once more" />
      </legend>
      {points.map((point, index) => (
        <Checkbox
          key={index}
          label={point}
          checked={checked.includes(index)}
          onChange={({ currentTarget }) =>
            onChange(currentTarget.checked ? [...checked, index] : checked.filter((each) => each !== index))
          }
        />
      ))}
    </fieldset>
  );
}
