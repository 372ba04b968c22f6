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
    allowed: t.exposeBoolean('allowed'),
    reason: t.exposeString('reason', { nullable: true }),
    message: t.exposeString('message', { nullable: true }),
  }),
});

/** A policy's refusal as a Permission. */
export const permission = (refusal: NotPermitted | undefined): PermissionShape => ({
  allowed: !refusal,
  reason: refusal?.reason ?? null,
  message: refusal?.message ?? null,
});
