/** The OpenAPI description, generated from the contract so that the two cannot differ. */
import { z } from 'zod'
import { type Operation, operations, refusalBody } from './contract.ts'

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
      description:
        'Instants are ISO 8601 UTC. A refusal is 409 {reason, message}; bad input 422; a foreign Host header 421.',
    },
    paths,
    components: { schemas: { Refusal: schemaOf(refusalBody) } },
  }
}

function described(name: string, operation: Operation): Record<string, unknown> {
  const refused = { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } }
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
    responses: {
      '200': {
        description: 'Done',
        ...(operation.answer === undefined
          ? {}
          : { content: { 'application/json': { schema: schemaOf(operation.answer) } } }),
      },
      '404': { description: 'Unknown id', content: refused },
      '422': { description: 'Bad input; the message names the field', content: refused },
    },
  }
}

function schemaOf(schema: z.ZodType): unknown {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' })
  return rest
}
