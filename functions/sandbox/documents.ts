import * as z from 'zod/mini'
import { DAY, type Millis } from '../../shared/kernel/time.ts'
import { isKey, ttlAt } from '../../shared/table/keys.ts'
import { queryAll } from '../../shared/table/query-all.ts'
import { Contended, NotNow, type Table } from '../../shared/table/table.ts'
import { equals, type Item, isNew, type Key, type Put, put, remove } from '../../shared/table/write.ts'

/** A value of the sandbox's table and how often it was written, which is what a later write is conditioned on. */
export type Document<T> = { key: Key; value: T; version: number }

const stored = z.object({ json: z.string(), version: z.number() })

const documentOf = <T>(schema: z.ZodMiniType<T>, item: Item): Document<T> => {
  const { json, version } = z.parse(stored, item)
  return { key: { pk: item.pk, sk: item.sk }, value: z.parse(schema, JSON.parse(json)), version }
}

/** The document under a key, or undefined; there is none under what somebody sent that cannot be a key. */
export const readDocument = async <T>(
  table: Table,
  key: Key,
  schema: z.ZodMiniType<T>,
): Promise<Document<T> | undefined> => {
  const item = isKey(key) ? await table.get(key) : undefined
  return item && documentOf(schema, item)
}

/** The documents under keys, in their order, without those that do not exist. */
export const readDocuments = async <T>(
  table: Table,
  keys: readonly Key[],
  schema: z.ZodMiniType<T>,
): Promise<Document<T>[]> => {
  const items = await table.getMany(keys.filter(isKey))
  return items.flatMap((item) => (item ? documentOf(schema, item) : []))
}

/** Every document of a partition whose sort key starts with `prefix`, oldest first. */
export const listDocuments = async <T>(
  table: Table,
  pk: string,
  schema: z.ZodMiniType<T>,
  prefix = '',
): Promise<Document<T>[]> => (await queryAll(table, { pk, prefix })).map((item) => documentOf(schema, item))

type Life = { now: Millis; days: number }

const item = (value: unknown, version: number, { now, days }: Life) => ({
  json: JSON.stringify(value),
  version,
  ttl: ttlAt(now + days * DAY),
})

/** A document that must not exist yet. */
export const created = (key: Key, value: unknown, life: Life): Put => put(key, item(value, 1, life), isNew)

/** The next version of a document nobody else has written since. */
export const changed = <T>(before: Document<T>, value: T, life: Life): Put =>
  put(before.key, item(value, before.version + 1, life), equals('version', before.version))

/** Removes a document nobody has written since. */
export const removed = <T>(before: Document<T>) => remove(before.key, equals('version', before.version))

const TRIES = 12

/**
 * Runs read-decide-write until the write is not overtaken. `step` answers 'overtaken' when its commit met a conflict and
 * is then asked to read and decide again; a table that says "not now" counts as overtaken. In the end it throws `Contended`.
 */
export const untilCommitted = async <T>(step: () => Promise<T | 'overtaken'>): Promise<T> => {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const result = await step().catch((error: unknown) => {
      if (error instanceof NotNow) return 'overtaken' as const
      throw error
    })
    if (result !== 'overtaken') return result
  }
  throw new Contended('other calls keep writing the same document')
}
