import type { PageAsked } from '../../shared/http/paging.ts'
import { isId } from '../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../shared/kernel/outcome.ts'
import type { Clock } from '../../shared/kernel/time.ts'
import { isKept } from '../../shared/table/keys.ts'
import { nextCursor } from '../../shared/table/list-cursor.ts'
import { readNewest } from '../../shared/table/read-newest.ts'
import type { Table } from '../../shared/table/table.ts'
import { messagingKeys, messagingLists } from './keys.ts'
import type { Message } from './sending/message.ts'
import { messageOf } from './sending/message-store.ts'

type Deps = { table: Table; clock: Clock }

/** One message of the account, while it is kept. One table call. */
export const readMessage = async (deps: Deps, of: { accountId: string; id: string }): Promise<Outcome<Message>> => {
  const item = isId(of.id) ? await deps.table.get(messagingKeys.message(of.accountId, of.id)) : undefined
  return item && isKept(item, deps.clock.now()) ? ok(messageOf(item)) : refused('not_found')
}

/** A hundred long messages are megabytes; what goes beyond this is on the next page. One alone may be longer. */
const PAGE_BYTES = 60_000

const fitting = (messages: readonly Message[]): Message[] => {
  let bytes = 0
  const past = messages.findIndex((message) => {
    bytes += Buffer.byteLength(JSON.stringify(message))
    return bytes > PAGE_BYTES
  })
  return messages.slice(0, past < 0 ? undefined : Math.max(1, past))
}

export type Inbox = { messages: Message[]; nextCursor: string | null }

/** The account's messages, newest first, at most `limit`. One table call. */
export const readInbox = async (deps: Deps, of: PageAsked & { accountId: string }): Promise<Outcome<Inbox>> => {
  const { accountId } = of
  const page = await readNewest(deps, messagingLists.messages, accountId, of)
  if (!page.ok) return page
  const { items, next } = page.value
  const now = deps.clock.now()
  const found = items.filter((item) => isKept(item, now)).map(messageOf)
  const messages = fitting(found)
  const last = messages.at(-1)
  // Behind the first that is gone, all are: pages go back in time.
  const isEnd = next === undefined || found.length < items.length
  const isMore = !isEnd || messages.length < found.length
  return ok({
    messages,
    nextCursor: nextCursor(isMore && last ? messagingKeys.message(accountId, last.id).sk : undefined),
  })
}
