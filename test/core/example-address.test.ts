/** Addresses that lead nowhere, however they are written, and those that only look like one. */
import { expect, test } from 'vitest'
import { isExampleAddress } from '../../core/example-address.ts'

test.each(['https://example.org/video', 'https://www.EXAMPLE.com', 'https://clinic.example/a', 'https://a.test:8443'])(
  '%s is an example',
  (url) => expect(isExampleAddress(url)).toBe(true),
)

test.each(['https://example.org.clinic.eu/', 'https://myexample.com/?to=example.org', 'https://clinic.eu/example.com'])(
  '%s is an address like any other',
  (url) => expect(isExampleAddress(url)).toBe(false),
)
