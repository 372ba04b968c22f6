import type { NotPermitted } from '../errors.js';
import { builder } from './builder.js';

interface PermissionShape {
  allowed: boolean;
  reason: string | null;
  message: string | null;
}

export const Permission = builder.objectRef<PermissionShape>('Permission').implement({
  description: 'May the viewer do it; if not, the reason and a sentence that says what would change it.',
  fields: (t) => ({
    allowed: t.exposeBoolean('allowed', {
      description: 'True: offer it. It can still be refused when something changes before the viewer acts.',
    }),
    reason: t.exposeString('reason', {
      description:
        'Why not, for programs, such as USER_NOT_TEAM_MEMBER (see NotPermitted.reason) or TASK_NOT_IN_STATE; null when allowed.',
      nullable: true,
    }),
    message: t.exposeString('message', {
      description: 'Why not, as a sentence for the person that says what would change it; null when allowed.',
      nullable: true,
    }),
  }),
});

/** A policy's refusal as a Permission. */
export const permission = (refusal: NotPermitted | undefined): PermissionShape => ({
  allowed: !refusal,
  reason: refusal?.reason ?? null,
  message: refusal?.message ?? null,
});
