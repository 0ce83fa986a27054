import Link from '@docusaurus/Link';
import type {ReactNode} from 'react';
import type {ApiPageData} from '../../model/page.ts';
import styles from './ApiPage.module.css';

/** Whom to ask, under which licence and terms, and where there is more to read. */
export default function About({api}: {api: ApiPageData['api']}): ReactNode {
  const {contact, license, termsOfService, externalDocs} = api;
  const address = contact?.url ?? (contact?.email === undefined ? undefined : `mailto:${contact.email}`);
  const entries = [
    {label: 'More', text: externalDocs?.description ?? externalDocs?.url, address: externalDocs?.url},
    {label: 'Contact', text: contact?.name ?? contact?.email ?? contact?.url, address},
    {label: 'Licence', text: license?.name, address: license?.url},
    {label: 'Terms', text: termsOfService, address: termsOfService},
  ].filter(({text}) => text !== undefined);
  if (entries.length === 0) return null;
  return (
    <ul className={styles.list}>
      {entries.map(({label, text, address: to}) => (
        <li key={label}>
          {label}: {isAddress(to) ? <Link to={to}>{text}</Link> : text}
        </li>
      ))}
    </ul>
  );
}

/** What a document says may be no address, or one that runs code. */
function isAddress(text: string | undefined): text is string {
  return text !== undefined && /^(https?:\/\/|mailto:)/i.test(text);
}
