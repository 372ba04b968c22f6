import { expect, it } from 'vitest';
import { osmchaAddress } from './osmLinks';

const project = {
  osmchaFilterId: null,
  bbox: [14.1, 35.8, 14.6, 36.1],
  created: '2026-03-04T10:00:00Z',
  changesetComment: '#taskgrid-project-3 #cyclone mapped from imagery',
};

it('shows the changesets of a project by place, day and hashtag', () => {
  const { searchParams } = new URL(osmchaAddress(project));
  const filters = JSON.parse(searchParams.get('filters') ?? '') as Record<string, { value: string }[]>;
  expect(Object.fromEntries(Object.entries(filters).map(([key, [first]]) => [key, first?.value]))).toEqual({
    in_bbox: '14.1,35.8,14.6,36.1',
    area_lt: '2',
    date__gte: '2026-03-04',
    comment: '#taskgrid-project-3',
  });
});

it('prefers the filter that the project brings along', () => {
  expect(osmchaAddress({ ...project, osmchaFilterId: 'a b' })).toBe('https://osmcha.org/?aoi=a%20b');
});
