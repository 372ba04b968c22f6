import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { graphql } from '../../gql';
import classes from './Partner.module.css';

const linksFragment = graphql(`
  fragment PartnerLinks on Partner {
    id
    websiteLinks {
      name
      url
    }
    linkX
    linkMeta
    linkInstagram
  }
`);

/** Its pages elsewhere. */
export function PartnerLinks({ partner: from }: { partner: FragmentType<typeof linksFragment> }) {
  const { data: partner, complete } = useFragment({ fragment: linksFragment, from });
  if (!complete) return null;
  const links = [
    ...partner.websiteLinks,
    { name: 'X', url: partner.linkX },
    { name: 'Facebook', url: partner.linkMeta },
    { name: 'Instagram', url: partner.linkInstagram },
  ].flatMap(({ name, url }) => (url ? [{ name, url }] : []));
  if (links.length === 0) return null;
  return (
    <ul className={classes.links}>
      {links.map(({ name, url }) => (
        <li key={url}>
          <a href={url} target="_blank" rel="noopener noreferrer">
            <bdi>{name}</bdi>
          </a>
        </li>
      ))}
    </ul>
  );
}
