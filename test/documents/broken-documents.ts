/** What is wrong in each file of `broken/`: line, column, pointer, and how the message begins. */
export const brokenDocuments: Record<string, [line: number, column: number, pointer: string, message: string][]> = {
  'alias-to-itself.yaml': [
    [
      4,
      44,
      '#/components/schemas/A/properties/a',
      'A YAML alias here stands for a value that it is part of, so the value has no end.',
    ],
  ],
  'bare-list.json': [[1, 1, '#/', 'This is not an OpenAPI document but a bare value.']],
  'bare-null.json': [[1, 1, '#/', 'This is not an OpenAPI document but a bare value.']],
  'bare-text.yaml': [[1, 1, '#/', 'This is not an OpenAPI document but a bare value.']],
  'blanks-only.yaml': [[1, 1, '#/', 'The file is empty.']],
  'comment-only.yaml': [[1, 1, '#/', 'This is not an OpenAPI document but a bare value.']],
  'components-list.yaml': [[4, 1, '#/components', '`components` must be an object, not a list.']],
  'duplicate-key.json': [[4, 3, '#/', 'The key "info" stands twice.']],
  'duplicate-key.yaml': [[6, 3, '#/', 'The key /a stands twice.']],
  'duplicate-operation-id.yaml': [
    [5, 13, '#/paths/~1b/get/operationId', 'Every operation must have a unique `operationId`.'],
  ],
  'duplicate-parameter.yaml': [
    [
      8,
      11,
      '#/paths/~1a/get/parameters/1',
      'Operations must have unique `name` + `in` parameters. Repeats of `in:query` + `name:q`.',
    ],
  ],
  'empty.yaml': [[1, 1, '#/', 'The file is empty.']],
  'html-page.yaml': [[1, 1, '#/', 'This is not readable as YAML or JSON: Implicit keys need to be on a single line.']],
  'info-missing.yaml': [[1, 1, '#/', 'The field `info` must be present on this level.']],
  'info-text.yaml': [[2, 1, '#/info', '`info` must be an object, not a bare value.']],
  'many-mistakes.yaml': [
    [5, 3, '#/paths/b', 'Property `b` is not expected here.'],
    [
      4,
      13,
      '#/paths/~1a~1{id}/get/parameters',
      'The operation does not define the path parameter `{id}` expected by path `/a/{id}`.',
    ],
    [6, 13, '#/paths/~1c/get/operationId', 'Every operation must have a unique `operationId`.'],
    [6, 43, '#/paths/~1c/get/parameters/0', 'The field `name` must be present on this level.'],
    [6, 43, '#/paths/~1c/get/parameters/0', 'Must contain at least one of the following fields: schema, content.'],
    [6, 76, '#/paths/~1c/get/responses/200', 'The $ref "#/nowhere" leads to nothing.'],
  ],
  'method-unknown.yaml': [[4, 12, '#/paths/~1users/gett', 'Property `gett` is not expected here.']],
  'not-openapi.json': [[1, 1, '#/', 'The document does not say which version of OpenAPI it is.']],
  'operation-list.yaml': [[4, 17, '#/paths/~1users/get', 'Expected type `Operation` (object) but got `array`']],
  'parameter-in-body.yaml': [
    [
      4,
      45,
      '#/paths/~1users/get/parameters/0/in',
      '`in` can be one of the following only: "query", "header", "path", "cookie".',
    ],
  ],
  'parameter-without-in.yaml': [
    [4, 31, '#/paths/~1users/get/parameters/0', 'The field `in` must be present on this level.'],
  ],
  'parameter-without-name.yaml': [
    [4, 31, '#/paths/~1users/get/parameters/0', 'The field `name` must be present on this level.'],
  ],
  'parameters-object.yaml': [
    [4, 30, '#/paths/~1users/get/parameters', 'Expected type `ParameterList` (array) but got `object`'],
  ],
  'path-empty-braces.yaml': [
    [4, 3, '#/paths/~1users~1{}', 'Path parameter declarations must be non-empty. `{}` is invalid.'],
  ],
  'path-item-text.yaml': [[4, 11, '#/paths/~1users', 'Expected type `PathItem` (object) but got `string`']],
  'path-parameter-undescribed.yaml': [
    [
      4,
      17,
      '#/paths/~1users~1{id}/get/parameters',
      'The operation does not define the path parameter `{id}` expected by path `/users/{id}`.',
    ],
  ],
  'path-with-query.yaml': [
    [
      4,
      3,
      '#/paths/~1users?id={id}',
      "Don't put query string items in the path, they belong in parameters with `in: query`.",
    ],
  ],
  'path-without-slash.yaml': [[4, 3, '#/paths/users', 'Property `users` is not expected here.']],
  'paths-list.yaml': [[3, 1, '#/paths', '`paths` must be an object, not a list.']],
  'paths-missing.yaml': [
    [1, 1, '#/', 'Must contain at least one of the following fields: paths, components, webhooks.'],
  ],
  'paths-text.yaml': [[3, 1, '#/paths', '`paths` must be an object, not a bare value.']],
  'ref-broken-file.yaml': [
    [3, 1, '#/', 'The $ref leads to nothing'],
    [4, 11, '#/paths/~1users', 'The $ref "./syntax-unclosed-quote.yaml" leads to nothing'],
  ],
  'ref-circular-schema.yaml': [
    [5, 17, '#/components/schemas/A/$ref', 'The $ref "#/components/schemas/B" leads back to itself.'],
    [5, 54, '#/components/schemas/B/$ref', 'The $ref "#/components/schemas/A" leads back to itself.'],
  ],
  'ref-circular.yaml': [
    [4, 38, '#/paths/~1users/get/responses/200/$ref', 'The $ref "#/components/responses/A" leads back to itself.'],
    [6, 19, '#/components/responses/A/$ref', 'The $ref "#/components/responses/B" leads back to itself.'],
    [6, 58, '#/components/responses/B/$ref', 'The $ref "#/components/responses/A" leads back to itself.'],
  ],
  'ref-dangling.yaml': [
    [
      7,
      71,
      '#/paths/~1users/get/responses/200/content/application~1json/schema',
      'The $ref "#/components/schemas/User" leads to nothing.',
    ],
    [8, 16, '#/paths/~1users/get/responses/404', 'The $ref "#/components/responses/Missing" leads to nothing.'],
  ],
  'ref-missing-file.yaml': [[4, 11, '#/paths/~1users', 'The $ref "./nowhere.yaml" leads to nothing']],
  'ref-number.yaml': [[4, 48, '#/components/schemas/User/properties/a/$ref', 'A $ref must be text.']],
  'ref-to-folder.yaml': [[4, 11, '#/paths/~1users', 'The $ref "../broken" leads to nothing']],
  'ref-to-itself.yaml': [
    [5, 17, '#/components/schemas/A/$ref', 'The $ref "#/components/schemas/A" leads back to itself.'],
  ],
  'ref-wrong-kind.yaml': [
    [5, 24, '#/components/schemas/User', 'The field `name` must be present on this level.'],
    [5, 24, '#/components/schemas/User', 'The field `in` must be present on this level.'],
    [5, 24, '#/components/schemas/User', 'Must contain at least one of the following fields: schema, content.'],
  ],
  'request-body-text.yaml': [
    [4, 32, '#/paths/~1users/post/requestBody', 'Expected type `RequestBody` (object) but got `string`'],
  ],
  'response-without-description.yaml': [
    [4, 30, '#/paths/~1users/get/responses/200', 'The field `description` must be present on this level.'],
  ],
  'responses-list.yaml': [
    [4, 29, '#/paths/~1users/get/responses', 'Expected type `Responses` (object) but got `array`'],
  ],
  'responses-missing.yaml': [[4, 12, '#/paths/~1users/get', 'The field `responses` must be present on this level.']],
  'same-address.yaml': [[9, 5, '#/paths/~1a~1{name}/get', 'GET /a/{name} has the same address as GET /a/{id}.']],
  'schema-properties-list.yaml': [
    [4, 57, '#/components/schemas/User/properties', 'Expected type `SchemaProperties` (object) but got `array`'],
  ],
  'schema-required-true.yaml': [
    [4, 89, '#/components/schemas/User/properties/name/required', 'Expected type `array` but got `boolean`.'],
  ],
  'schema-type-unknown.yaml': [
    [
      4,
      37,
      '#/components/schemas/User/type',
      '`type` can be one of the following only: "object", "array", "string", "number", "integer",',
    ],
  ],
  'security-scheme-type.yaml': [
    [
      4,
      44,
      '#/components/securitySchemes/key/type',
      '`type` can be one of the following only: "apiKey", "http", "oauth2", "openIdConnect", "mutualTLS".',
    ],
  ],
  'security-undefined.yaml': [
    [4, 30, '#/paths/~1users/get/security/0/token', 'There is no `token` security scheme defined.'],
  ],
  'server-variable-enum.yaml': [
    [3, 1, '#/servers', 'Server variable define `enum` and `default`. `enum` must include default value'],
  ],
  'server-variable-undefined.yaml': [
    [3, 17, '#/servers/0/url', 'The `region` variable is not defined in the `variables` objects.'],
  ],
  'syntax-bad-indent.yaml': [
    [3, 10, '#/', 'This is not readable as YAML or JSON: Nested mappings are not allowed in compact mappings.'],
    [3, 10, '#/', 'This is not readable as YAML or JSON: Implicit keys need to be on a single line.'],
  ],
  'syntax-colon-in-text.yaml': [
    [3, 10, '#/', 'This is not readable as YAML or JSON: Nested mappings are not allowed in compact mappings.'],
  ],
  'syntax-cut-off.json': [
    [2, 1, '#/', 'This is not readable as YAML or JSON: Missing closing "quote.'],
    [2, 1, '#/', 'This is not readable as YAML or JSON: Flow map in block collection must be sufficiently in'],
    [2, 1, '#/', 'This is not readable as YAML or JSON: Flow map must end with a }.'],
  ],
  'syntax-tab.yaml': [[3, 1, '#/', 'This is not readable as YAML or JSON: Tabs are not allowed as indentation.']],
  'syntax-trailing-comma.json': [[4, 13, '#/paths/~1a/get', 'Expected type `Operation` (object) but got `null`']],
  'syntax-two-documents.yaml': [
    [4, 1, '#/', 'This is not readable as YAML or JSON: Source contains multiple documents; please use YAML.'],
  ],
  'syntax-two-mistakes.yaml': [
    [3, 10, '#/', 'This is not readable as YAML or JSON: Nested mappings are not allowed in compact mappings.'],
    [4, 12, '#/', 'This is not readable as YAML or JSON: Nested mappings are not allowed in compact mappings.'],
  ],
  'syntax-unclosed-bracket.yaml': [
    [6, 1, '#/', 'This is not readable as YAML or JSON: Flow sequence in block collection must be sufficient'],
    [6, 1, '#/', 'This is not readable as YAML or JSON: Flow map in block collection must be sufficiently in'],
  ],
  'syntax-unclosed-quote.yaml': [
    [4, 1, '#/', 'This is not readable as YAML or JSON: Missing closing "quote.'],
    [4, 1, '#/', 'This is not readable as YAML or JSON: Flow map in block collection must be sufficiently in'],
  ],
  'syntax-unknown-anchor.yaml': [[3, 9, '#/', 'This is not readable as YAML or JSON: unidentified alias "nowhere".']],
  'version-future.yaml': [[1, 1, '#/openapi', 'OpenAPI version "4.0.0" is not known here.']],
  'version-missing.yaml': [[1, 1, '#/', 'The document does not say which version of OpenAPI it is.']],
  'version-number.yaml': [
    [1, 1, '#/openapi', 'The version must be text with all its numbers, not 3.1; it is read as 3.1.0.'],
  ],
  'version-swagger-1.yaml': [[1, 1, '#/swagger', 'Swagger version "1.2" is not known here.']],
};
