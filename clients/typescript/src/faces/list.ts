import type { CallOptions } from '../calling/settings.ts'
import type { Answer, Ask, Query, Route } from '../calling/types.ts'

/** One page of a list. */
export type Page<Item> = {
  items: Item[]
  /** Asks for the next page; null at the end. */
  nextCursor: string | null
}

/** A list: `for await` goes over all of it and fetches pages as it goes; `page()` fetches one. */
export type List<Item, More = unknown> = AsyncIterable<Item> & {
  /** The page after `cursor`, or the first. `limit` is how many at most are on it, 1 to 100. */
  page(cursor?: string): Promise<Page<Item> & More>
}

/** What a list of that route takes. */
export type ListOptions<R extends Route> = CallOptions & Omit<Exclude<Query<R>, undefined>, 'cursor' | 'externalId'>

type Paged = { nextCursor: string | null }

/** The list that a route answers, with its items under `Name`. */
export type Listed<R extends Route, Name> = Name extends keyof Answer<R>
  ? List<Answer<R>[Name] extends readonly (infer Item)[] ? Item : never, Omit<Answer<R>, Name | 'nextCursor'>>
  : never

/** The list that a route answers page by page, with its items under `name`. */
export const listed = <R extends Route, Name extends keyof Answer<R> & string>(
  ask: Ask,
  route: R,
  name: Name,
  { signal, timeoutMs, ...query }: CallOptions,
  params?: Readonly<Record<string, string>>,
): Listed<R, Name> => {
  const read = ask as (route: string, input: object) => Promise<unknown>
  const page = async (cursor?: string) => {
    const input = { signal, timeoutMs, params, query: { ...query, cursor } }
    const { [name]: items, ...rest } = (await read(route, input)) as Paged & Record<string, unknown>
    return { items: items as unknown[], ...(rest as Paged) }
  }
  const list: List<unknown> = {
    page,
    async *[Symbol.asyncIterator]() {
      let next: string | null | undefined
      while (next !== null) {
        const { items, nextCursor }: Page<unknown> = await page(next)
        yield* items
        next = nextCursor
      }
    },
  }
  return list as Listed<R, Name>
}
