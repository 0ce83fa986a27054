import Link from '@docusaurus/Link';
import type {ReactNode} from 'react';
import Method from '../../components/Method/Method.tsx';
import {reasonPhrase} from '../../model/status.ts';
import {excerpt} from './content.ts';
import styles from './Excerpt.module.css';

/** One call as its page shows it, drawn in plain HTML: the form as filled in, the request it makes, the reply. */
export default function Excerpt(): ReactNode {
  const {title, method, server, path, fields, reply} = excerpt;
  return (
    <figure className={styles.figure}>
      <div className={styles.frame}>
        <div className={styles.address}>
          <Method method={method} />
          <code>
            <span className={styles.server}>{server}</span>
            <wbr />
            {path}
          </code>
          <span className={styles.demo}>Demo in this page</span>
        </div>
        <div className={styles.columns}>
          <section className={styles.column} aria-label="The form">
            <p className={styles.label}>You fill in</p>
            <dl className={styles.fields}>
              {fields.map((field) => (
                <div key={field.name}>
                  <dt>
                    {field.label} {field.required && <span className={styles.required}>required</span>}
                  </dt>
                  <dd>{field.name === 'password' ? '•'.repeat(12) : field.value}</dd>
                </div>
              ))}
            </dl>
          </section>
          <section className={styles.column} aria-label="The request">
            <p className={styles.label}>It sends</p>
            <pre className={styles.code}>
              <code>
                <RequestCode />
              </code>
            </pre>
          </section>
          <section className={styles.column} aria-label="The reply">
            <p className={styles.label}>It answers</p>
            <p className={styles.status}>
              {reply.status} {reasonPhrase(reply.status)}
            </p>
            <p className={styles.meaning}>{reply.meaning}</p>
            <ul className={styles.links}>
              {reply.links.map((link) => (
                <li key={link.name}>
                  <span className={styles.link}>{link.label}</span>
                  <span className={styles.linkText}>{link.description}</span>
                </li>
              ))}
            </ul>
          </section>
        </div>
      </div>
      <figcaption className={styles.caption}>
        {title} at Doordeck, half-way: the address has a pending invite, and the next step is offered.{' '}
        <Link to={`/reference/${excerpt.apiId}/${excerpt.slug}`}>Make this call yourself</Link>
      </figcaption>
    </figure>
  );
}

/** The request as HTTP, with the password as a placeholder, as on every page. */
function RequestCode(): ReactNode {
  const {method, server, path, accept, contentType, fields} = excerpt;
  const headers = [
    ['Host', server.replace('https://', '')],
    ['Accept', accept],
    ['Content-Type', contentType],
  ];
  return (
    <>
      <span className={styles.method}>{method}</span> {path} HTTP/1.1{'\n'}
      {headers.map(([name, value]) => (
        <span key={name}>
          <span className={styles.key}>{name}</span>: {value}
          {'\n'}
        </span>
      ))}
      {'\n{\n'}
      {fields.map(({name, value}, index) => (
        <span key={name}>
          {'  '}
          <span className={styles.key}>&quot;{name}&quot;</span>:{' '}
          <span className={styles.text}>&quot;{name === 'password' ? 'YOUR_PASSWORD' : value}&quot;</span>
          {index < fields.length - 1 ? ',\n' : '\n'}
        </span>
      ))}
      {'}'}
    </>
  );
}
