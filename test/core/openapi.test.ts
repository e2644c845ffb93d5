/** The description of the hub's interface: complete, and made from the contract itself. */
import { describe, expect, test } from 'vitest'
import { liveTopics, type Operation, operations, roles } from '../../core/contract.ts'
import { openApiDocument } from '../../core/openapi.ts'

interface Described {
  readonly operationId: string
  readonly summary: string
  readonly 'x-roles': readonly string[]
  readonly parameters: readonly {
    readonly name: string
    readonly in: string
    readonly required: boolean
    readonly schema: object
  }[]
  readonly requestBody?: object
  readonly responses: Readonly<Record<string, { readonly content?: object }>>
}

const document = openApiDocument('1.2.3') as {
  readonly openapi: string
  readonly info: { readonly version: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
}
const all = Object.entries<Operation>(operations)

describe.each(all)('%s', (name, operation) => {
  const described = document.paths[operation.path]?.[operation.method]

  test('is described under its address, with who may call it', () => {
    expect(described).toMatchObject({ operationId: name, summary: operation.summary, 'x-roles': operation.roles })
    expect(described?.summary).not.toBe('')
  })

  test('names its roles: at least one, all of them known, none twice', () => {
    expect(operation.roles.length).toBeGreaterThan(0)
    for (const role of operation.roles) expect(['patient', ...roles]).toContain(role)
    expect(new Set(operation.roles).size).toBe(operation.roles.length)
  })

  test('describes every part of its address and every parameter', () => {
    const inAddress = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, part]) => part)
    const described_ = described?.parameters ?? []
    expect(described_.filter((each) => each.in === 'path').map((each) => each.name)).toEqual(inAddress)
    expect(described_).toHaveLength(operation.parameters?.length ?? 0)
    for (const parameter of described_)
      expect(parameter).toMatchObject({ required: expect.any(Boolean), schema: expect.any(Object) })
  })

  test('describes its answer when that is JSON', () => {
    const done = described?.responses[operation.status ?? 200]
    expect(done).toBeDefined()
    expect(done?.content === undefined).toBe(operation.answer === undefined)
  })

  test('describes what it takes when that is JSON, and asks for a key when it changes something', () => {
    expect(described?.requestBody === undefined).toBe(operation.body === undefined)
    const isKeyed = described?.parameters.some(({ name, required }) => name === 'Idempotency-Key' && required)
    expect(isKeyed).toBe(operation.method !== 'get')
  })
})

test('nothing is described that is not in the contract, and no two operations share an address', () => {
  const described = Object.values(document.paths).flatMap((path) => Object.values(path))
  expect(described.map(({ operationId }) => operationId).sort()).toEqual(all.map(([name]) => name).sort())
})

test('it is OpenAPI 3.1, of this version, and survives being written as JSON', () => {
  expect(document).toMatchObject({ openapi: '3.1.0', info: { version: '1.2.3' } })
  expect(JSON.parse(JSON.stringify(document))).toEqual(document)
})

test('every live topic names who may listen', () => {
  for (const [topic, allowed] of Object.entries(liveTopics)) expect([topic, allowed.length > 0]).toEqual([topic, true])
})
