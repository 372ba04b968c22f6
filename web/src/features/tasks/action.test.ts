import { describe, expect, it } from 'vitest';
import type { TaskState } from '../../map/states';
import { chooseAction, type HeldTask, type Situation } from './action';

const yes = { allowed: true };
const no = { allowed: false, message: 'This project is for the team Delta Volunteers. Ask to join.' };

function situation(state: TaskState | null, more: Partial<Situation> = {}): Situation {
  return {
    signedIn: true,
    projectNumber: 12,
    task: state && { number: 340, state, canMap: yes, canValidate: yes },
    project: { canMap: yes, canValidate: yes, taskLeftToMap: true, randomOnly: false },
    held: [],
    ...more,
  };
}

const holding = (number: number, kind: HeldTask['kind'] = 'MAPPING', projectNumber = 12) => ({
  held: [{ number, kind, projectNumber }],
});

describe('the action for a selected task', () => {
  it.each([
    ['READY', { kind: 'map', number: 340 }],
    ['INVALIDATED', { kind: 'map', number: 340 }],
    ['MAPPED', { kind: 'validate', number: 340 }],
    ['LOCKED_FOR_MAPPING', { kind: 'none', reason: 'held-by-another' }],
    ['LOCKED_FOR_VALIDATION', { kind: 'none', reason: 'held-by-another' }],
  ] as const)('%s', (state, action) => {
    expect(chooseAction(situation(state))).toEqual(action);
  });

  it('asks a visitor to sign in', () => {
    expect(chooseAction(situation('READY', { signedIn: false }))).toEqual({ kind: 'sign-in' });
  });

  it('goes on with the task held, this one or another', () => {
    expect(chooseAction(situation('LOCKED_FOR_MAPPING', holding(340)))).toMatchObject({ kind: 'go-on', first: 'this' });
    expect(chooseAction(situation('READY', holding(320)))).toMatchObject({
      kind: 'go-on',
      first: 'other',
      held: { number: 320 },
    });
    expect(chooseAction(situation('READY', holding(3, 'MAPPING', 99)))).toMatchObject({
      held: { projectNumber: 99 },
    });
  });

  it('lets a validator take one more mapped task of the same project', () => {
    expect(chooseAction(situation('MAPPED', holding(320, 'VALIDATION')))).toEqual({ kind: 'validate', number: 340 });
    expect(chooseAction(situation('READY', holding(320, 'VALIDATION')))).toMatchObject({ kind: 'go-on' });
    expect(chooseAction(situation('MAPPED', holding(320, 'VALIDATION', 99)))).toMatchObject({ kind: 'go-on' });
  });

  it('says what the server says when it is not possible', () => {
    const task = { number: 340, state: 'READY' as const, canMap: no, canValidate: no };
    expect(chooseAction(situation('READY', { task }))).toEqual({
      kind: 'none',
      reason: 'not-permitted',
      message: no.message,
    });
  });

  it('tells a finished task from one the person may not validate', () => {
    const of = (state: TaskState) => ({ task: { number: 340, state, canMap: no, canValidate: no } });
    expect(chooseAction(situation(null, of('VALIDATED')))).toEqual({ kind: 'none', reason: 'finished' });
    expect(chooseAction(situation(null, of('MAPPED')))).toMatchObject({ reason: 'not-permitted' });
  });
});

describe('the action without a task', () => {
  it('takes any, or says that all are mapped', () => {
    expect(chooseAction(situation(null))).toEqual({ kind: 'any' });
    const project = { canMap: yes, canValidate: yes, taskLeftToMap: false, randomOnly: false };
    expect(chooseAction(situation(null, { project }))).toEqual({ kind: 'none', reason: 'all-mapped' });
  });
});
