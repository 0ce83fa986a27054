import Heading from '@theme/Heading';
import Link from '@docusaurus/Link';
import type {ReactNode} from 'react';
import {valueInWords} from '../../model/describe-schema.ts';
import {describeSerialisation} from '../../model/describe-serialisation.ts';
import type {Operation, Parameter, ParameterLocation} from '../../model/operation.ts';
import {isSecret, resolveSchema} from '../../model/schema.ts';
import {bodyAddress} from '../../model/addresses.ts';
import Prose from '../Prose/Prose.tsx';
import Limit from '../Properties/Limit.tsx';
import SchemaProperties from '../Properties/SchemaProperties.tsx';
import SchemaRow from '../Properties/SchemaRow.tsx';
import MediaNotes from './MediaNotes.tsx';
import propertyStyles from '../Properties/Properties.module.css';
import styles from './OperationPage.module.css';

/** Everything a request carries: headers, path, query, cookies, body. */
export default function RequestSection({operation}: {operation: Operation}): ReactNode {
  const {accept, requestBody} = operation;
  const isEmpty = operation.parameters.length === 0 && accept === undefined && requestBody === undefined;
  return (
    <>
      <Heading as="h2" id="request">
        Request
      </Heading>
      {isEmpty && <p>Nothing but the address.</p>}
      <Parameters operation={operation} location="header" id="headers" title="Headers">
        {accept && (
          <SchemaRow
            id="header.Accept"
            name="Accept"
            required={accept.required}
            description={
              accept.required
                ? '<p>The media type, and with it the version, that the reply comes in.</p>'
                : '<p>The media type that the reply comes in.</p>'
            }
          />
        )}
      </Parameters>
      <Parameters operation={operation} location="path" id="path-parameters" title="Path parameters" />
      <Parameters operation={operation} location="query" id="query-parameters" title="Query parameters" />
      <Parameters operation={operation} location="cookie" id="cookies" title="Cookies" />
      {requestBody && (
        <>
          <Heading as="h3" id="body">
            Body
          </Heading>
          <p className={styles.facts}>
            <span className={requestBody.required ? propertyStyles.required : propertyStyles.optional}>
              {requestBody.required ? 'required' : 'optional'}
            </span>
            {requestBody.content.map(({mediaType}) => (
              <code key={mediaType}>{mediaType}</code>
            ))}
          </p>
          <Prose html={requestBody.description} />
          {requestBody.content.map((media, index) => (
            <div key={media.mediaType}>
              {requestBody.content.length > 1 && (
                <p className={styles.mediaType}>
                  As <code>{media.mediaType}</code>
                </p>
              )}
              <SchemaProperties id={bodyAddress(index)} />
              <MediaNotes media={media} address={bodyAddress(index)} />
            </div>
          ))}
        </>
      )}
    </>
  );
}

interface ParametersProps {
  operation: Operation;
  location: ParameterLocation;
  /** The stable id of the section. */
  id: string;
  title: string;
  /** Rows before the parameters. */
  children?: ReactNode;
}

function Parameters({operation, location, id, title, children}: ParametersProps): ReactNode {
  const parameters = operation.parameters.filter((parameter) => parameter.in === location);
  if (parameters.length === 0 && !children) return null;
  return (
    <>
      <Heading as="h3" id={id}>
        {title}
      </Heading>
      <ul className={propertyStyles.list}>
        {children}
        {parameters.map((parameter) => (
          <ParameterRow key={parameter.name} parameter={parameter} operation={operation} />
        ))}
      </ul>
    </>
  );
}

function ParameterRow({parameter, operation}: {parameter: Parameter; operation: Operation}): ReactNode {
  return (
    <SchemaRow
      id={`${parameter.in}.${parameter.name}`}
      name={parameter.name}
      required={parameter.required}
      deprecated={parameter.deprecated}
      description={parameter.description}
    >
      <Serialisation parameter={parameter} schemas={operation.schemas} />
      <ParameterExamples parameter={parameter} schemas={operation.schemas} />
    </SchemaRow>
  );
}

/** How the value is written, where it could be written otherwise. */
function Serialisation({parameter, schemas}: ParameterPartProps): ReactNode {
  const words = describeSerialisation(parameter, schemas);
  if (words.length === 0) return null;
  return (
    <ul className={propertyStyles.limits} aria-label="How it is written">
      {words.map((text) => (
        <li key={text}>
          <Limit text={text} />
        </li>
      ))}
    </ul>
  );
}

interface ParameterPartProps {
  parameter: Parameter;
  schemas: Operation['schemas'];
}

/** The examples that the document gives; those of a secret stay with the document. */
function ParameterExamples({parameter, schemas}: ParameterPartProps): ReactNode {
  const {externalExamples = []} = parameter;
  const given = parameter.examples.filter((example) => !example.generated);
  if (given.length + externalExamples.length === 0 || isSecret(resolveSchema(parameter.schema, schemas))) return null;
  return (
    <ul className={propertyStyles.values}>
      {given.map(({name, summary, description, value}) => (
        <li key={name}>
          Example: <Limit text={valueInWords(value)} />
          {summary !== undefined && <span>, {summary}</span>}
          <Prose html={description} />
        </li>
      ))}
      {externalExamples.map(({name, summary, description, url}) => (
        <li key={name}>
          Example: <Link to={url}>{summary ?? name}</Link>
          <Prose html={description} />
        </li>
      ))}
    </ul>
  );
}
