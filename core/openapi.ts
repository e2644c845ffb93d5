/** The OpenAPI description, generated from the contract so that the two cannot differ. */
import { z } from 'zod'
import { type Operation, operations, refusalBody } from './contract.ts'
import { conversation } from './queue-operations.ts'

/** @returns an OpenAPI 3.1 document as a plain object */
export function openApiDocument(version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const [name, operation] of Object.entries<Operation>(operations)) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: described(name, operation) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Anteroom hub',
      version,
      description: `Instants are ISO 8601 UTC. A refusal is 409 {reason, message}; bad input 422; a foreign Host header 421. ${conversation}`,
    },
    paths,
    components: { schemas: { Refusal: schemaOf(refusalBody) } },
  }
}

function described(name: string, operation: Operation): Record<string, unknown> {
  const refused = { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } }
  const told = (description: string) => ({ description, content: refused })
  return {
    operationId: name,
    summary: operation.summary,
    'x-roles': operation.roles,
    parameters: (operation.parameters ?? []).map((parameter) => ({
      name: parameter.name,
      in: parameter.in,
      required: parameter.in === 'path' || !parameter.schema.isOptional(),
      description: parameter.description,
      schema: schemaOf(parameter.schema),
    })),
    ...(operation.body === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(operation.body) } } } }),
    responses: {
      [operation.status ?? 200]: {
        description: 'Done',
        ...(operation.answer === undefined
          ? {}
          : { content: { 'application/json': { schema: schemaOf(operation.answer) } } }),
      },
      '404': told('Unknown id'),
      '422': told('Bad input; the message names the field'),
      ...(operation.method === 'get' ? {} : Object.fromEntries(changing.map(([at, why]) => [at, told(why)]))),
    },
  }
}

/** How whatever changes something may be refused, beyond what every operation may answer. */
const changing = [
  ['400', 'No Idempotency-Key: `key-missing`'],
  ['409', 'Refused, and why in plain words'],
  ['412', 'The list has changed since it was read: `changed-meanwhile`'],
  ['413', 'More than 64 KB, or a file of more than 8 GB'],
  ['415', 'The body is not JSON'],
  ['428', 'No If-Match: `if-match-missing`'],
  ['507', 'No room on the disk: `no-space`'],
  ['503', 'The disk did not take it; nothing has happened'],
] as const

function schemaOf(schema: z.ZodType): unknown {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' })
  return rest
}
