import * as z from 'zod/mini'

/** Reads bytes as JSON of that shape; undefined when they are not. Members the schema does not name are dropped. */
export const parseJson = <T>(schema: z.ZodMiniType<T>, bytes: Buffer): T | undefined => {
  try {
    return z.safeParse(schema, JSON.parse(bytes.toString())).data
  } catch {
    return undefined
  }
}
