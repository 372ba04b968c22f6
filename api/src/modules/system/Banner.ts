import { InvalidInput, NotPermitted, NotSignedIn } from '../../errors.js';
import { builder, oneInput } from '../../graphql/builder.js';
import { Permission, permission } from '../../graphql/Permission.js';
import { signedIn } from '../../viewer.js';
import { htmlOf } from '../../texts/html.js';
import { whyNotAdminister } from '../organisations/policy.js';
import { readBanner, updateBanner } from './service.js';

interface Shape {
  markdown: string;
  visible: boolean;
}
const Banner = builder.objectRef<Shape>('Banner').implement({
  description: 'A line that administrators put on top of every page.',
  fields: (t) => ({
    markdown: t.exposeString('markdown', {
      description: 'Markdown as it was written; `html` is safe to show.',
    }),
    html: t.string({
      description: '`markdown` as HTML that is safe to show as it is.',
      resolve: ({ markdown }, _args, { settings }) => htmlOf(markdown, settings),
    }),
    visible: t.exposeBoolean('visible', { description: 'False: clients do not show it.' }),
    viewerCanEdit: t.field({
      type: Permission,
      description: 'Change it: administrators may.',
      resolve: (_row, _args, { viewer }) => permission(whyNotAdminister(viewer)),
    }),
  }),
});
const UpdateBannerInput = builder.inputType('UpdateBannerInput', {
  description: 'What to change. What is left out stays as it is.',
  fields: (t) => ({
    markdown: t.string({ description: 'At most 1,000 characters of Markdown.' }),
    visible: t.boolean({ description: 'True: clients show it.' }),
  }),
});
const UpdateBannerPayload = builder.objectRef<Shape>('UpdateBannerPayload').implement({
  description: 'The banner was changed.',
  fields: (t) => ({
    banner: t.field({ type: Banner, description: 'As it is now.', resolve: (banner) => banner }),
  }),
});

builder.queryField('banner', (t) =>
  t.field({
    type: Banner,
    description: 'The line on top of every page; empty and not visible until an administrator writes one.',
    resolve: (_root, _args, context) => readBanner(context),
  }),
);
builder.mutationField('updateBanner', (t) =>
  t.field({
    type: UpdateBannerPayload,
    description: 'Changes the line on top of every page. For administrators.',
    errors: { types: [NotSignedIn, NotPermitted, InvalidInput] },
    args: oneInput(UpdateBannerInput),
    resolve: (_root, { input }, context) => updateBanner(context, signedIn(context.viewer), input),
  }),
);
