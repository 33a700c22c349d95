import * as z from 'zod/mini'
import { ttlAt } from '../../../shared/table/keys.ts'
import { type Item, type Key, type Put, put } from '../../../shared/table/write.ts'
import type { Challenge } from '../../account/codes/challenge.ts'
import { profileKeys } from '../keys.ts'

/** Where the code of an account is: one at a time, in whichever of its sessions it is typed. */
export const emailCodeKey = (accountId: string): Key => profileKeys.emailCode(accountId)

/** A code is going to be sent, and takes the place of the one before. `mailId`: the record of who was handed the address. */
export const emailCodeKept = (accountId: string, fresh: Challenge, mailId: string): Put =>
  put(emailCodeKey(accountId), { ...fresh, mailId, ttl: ttlAt(fresh.codeUntil) })

/** The record of who was handed the address for that code. */
export const mailIdIn = (item: Item): string => z.parse(z.object({ mailId: z.string() }), item).mailId
