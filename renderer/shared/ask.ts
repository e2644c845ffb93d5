/** Asks the hub for something that is only read. */

/** @throws when it does not answer, or with an error */
export async function ask<Answer>(path: string): Promise<Answer> {
  const response = await fetch(path)
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return (await response.json()) as Answer
}
