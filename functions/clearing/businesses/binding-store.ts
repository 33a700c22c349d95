import * as z from 'zod/mini'
import {
  all,
  type Condition,
  type Delete,
  equals,
  type Item,
  isNew,
  type Put,
  put,
  remove,
} from '../../../shared/table/write.ts'
import { clearingKeys } from '../keys.ts'
import type { Binding } from './business.ts'

const stored = z.object({ code: z.string(), epoch: z.number(), registeredAt: z.number(), boundAt: z.number() })

/** The binding in an item. */
export const bindingOf = (item: Item): Binding => z.parse(stored, item)

/** Why a write comes to nothing: somebody else bound or unbound it since it was read. */
const MOVED = 'binding_moved'

const asRead = ({ epoch, registeredAt, boundAt }: Binding): Condition =>
  all(equals('epoch', epoch), equals('registeredAt', registeredAt), equals('boundAt', boundAt))

/** The business relies on who the account is; `before`: the binding there was. */
export const businessBound = (accountId: string, binding: Binding, before: Binding | undefined): Put =>
  put(clearingKeys.binding(accountId, binding.code), { ...binding }, before ? asRead(before) : isNew, MOVED)

/** It does not any more. */
export const businessUnbound = (accountId: string, binding: Binding): Delete =>
  remove(clearingKeys.binding(accountId, binding.code), asRead(binding), MOVED)
