/** Waits for something to become true by asking often, and says what was there instead when it does not. */

const everyMs = 50

/**
 * @param ask may throw while it is too early
 * @param isWanted what has to hold of the answer
 * @throws with the last answer or error after `timeoutMs`
 */
export async function eventually<Value>(
  ask: () => Value | Promise<Value>,
  isWanted: (value: Value) => boolean,
  timeoutMs = 120_000,
): Promise<Value> {
  const deadline = performance.now() + timeoutMs
  let last: unknown
  for (;;) {
    try {
      const value = await ask()
      if (isWanted(value)) return value
      last = value
    } catch (cause) {
      last = cause
    }
    if (performance.now() > deadline) {
      const seen = last instanceof Error ? last.message : JSON.stringify(last)
      throw new Error(`It did not become true within ${timeoutMs / 1_000} s. Last seen: ${seen?.slice(0, 1_500)}`)
    }
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
}
