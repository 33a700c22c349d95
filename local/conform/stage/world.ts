import { randomBytes } from 'node:crypto'
import type { PlatformEventOf, PlatformEventType } from '../../../clients/typescript/src/index.ts'
import { rfc3339 } from '../../../shared/kernel/time.ts'

/** What the gate says of a user; `unheard`: it refuses the caller, and says nothing of the user. */
export type Stance = 'not_verified' | 'verified' | 'banned' | 'unheard'

/** A user of the platform, as Shiming knows them. `asked`: how often the gate was asked for them. */
export type User = { externalId: string; accountId: string; stance: Stance; asked: number }

/** What something happened to. */
type Subject = { kind: string; id: string }

/** The body of a delivery, with its members in the order of the real one. */
export type EventBody = {
  id: string
  type: string
  timestamp: string
  sequence: number
  subject: Subject
  account?: { id: string; externalId: string }
  data: object
}

/** 32 hex digits, as every id of Shiming. */
export const newId = (): string => randomBytes(16).toString('hex')

/** What has happened so far in this run, to users that nobody has heard of before. */
export type World = ReturnType<typeof newWorld>

/** `run` sets the users of one run apart from those of all others, for whom a receiver may keep what it was told. */
export const newWorld = (run: string) => {
  const users = new Map<string, User>()
  const events: EventBody[] = []

  const next = (subject: Subject, type: string, data: object, user?: User): EventBody => {
    const before = events.filter((event) => event.subject.id === subject.id)
    const account = user && { account: { id: user.accountId, externalId: user.externalId } }
    const sequence = before.length + 1
    return { id: newId(), type, timestamp: rfc3339(Date.now()), sequence, subject, ...account, data }
  }

  const keep = (event: EventBody): EventBody => {
    events.push(event)
    return event
  }

  return {
    users,
    events,
    newUser(stance: Stance): User {
      const externalId = `conform-${run}-${users.size + 1}`
      const user = { externalId, accountId: newId(), stance, asked: 0 }
      users.set(externalId, user)
      return user
    },
    /** Something happens to a user, or to an order of theirs. */
    happens<Type extends PlatformEventType>(
      user: User,
      type: Type,
      data: PlatformEventOf<Type>['data'],
      orderId?: string,
    ): EventBody {
      const subject = orderId === undefined ? { kind: 'account', id: user.accountId } : { kind: 'order', id: orderId }
      return keep(next(subject, type, data, user))
    },
    /** What somebody pretends: that a user was banned. It has not happened, and nobody who asks finds it. */
    pretended: (user: User): EventBody =>
      next({ kind: 'account', id: user.accountId }, 'account.banned', { by: 'platform' }, user),
    /** Something happens of a type that no receiver knows yet. */
    happensLater: (user: User, type: string, kind: string): EventBody =>
      keep(next({ kind, id: kind === 'account' ? user.accountId : newId() }, type, { degrees: 7 }, user)),
    /** Somebody asks for a delivery to try their endpoint by. */
    isTried(): EventBody {
      const id = newId()
      return keep(next({ kind: 'endpoint', id }, 'endpoint.test', { endpointId: id }))
    },
  }
}
