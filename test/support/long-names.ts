/** A document in which everything that has a name has one that is wider than a phone. */
export function longNames(): object {
  const long = (start: string) => `${start}WithoutAnyBlankThatALineCouldBeBrokenAtAsMachinesLikeToWriteThem`;
  const named = {$ref: `#/components/schemas/${long('Named')}`};
  const content = {[`application/vnd.${long('media')}+json`]: {schema: named}};
  const scheme = long('Scheme');
  return {
    openapi: '3.1.0',
    info: {title: long('Title'), version: long('1'), license: {name: long('Licence')}},
    servers: [
      {
        url: `https://${long('host')}.example.com/{${long('variable')}}`,
        variables: {[long('variable')]: {default: long('v')}},
      },
    ],
    tags: [{name: long('Tag')}],
    security: [{[scheme]: [long('scope')]}],
    paths: {
      [`/${long('path')}`]: {
        post: {
          operationId: long('doIt'),
          tags: [long('Tag')],
          parameters: [
            {name: long('query'), in: 'query', description: long('Text'), schema: {enum: [long('a'), long('b')]}},
          ],
          requestBody: {content},
          responses: {200: {description: long('Answer'), headers: {[long('X-')]: {schema: {type: 'string'}}}, content}},
        },
      },
    },
    webhooks: {[long('hook')]: {post: {requestBody: {content}, responses: {200: {description: 'OK'}}}}},
    components: {
      schemas: {
        [long('Named')]: {
          type: 'object',
          required: [long('property')],
          properties: {
            [long('property')]: {type: 'string', title: long('Property'), default: long('default'), pattern: long('^')},
            [long('choice')]: {enum: [long('one'), long('two')], examples: [long('one')]},
            [long('list')]: {type: 'array', items: named},
            [long('union')]: {
              oneOf: [
                {title: long('First'), type: 'string'},
                {title: long('Second'), type: 'integer'},
              ],
            },
          },
        },
      },
      securitySchemes: {
        [scheme]: {
          type: 'oauth2',
          description: long('Secure'),
          flows: {
            clientCredentials: {
              tokenUrl: `https://example.com/${long('token')}`,
              scopes: {[long('scope')]: long('May')},
            },
          },
        },
      },
    },
  };
}
