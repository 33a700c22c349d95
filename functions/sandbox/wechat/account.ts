import * as z from 'zod/mini'
import type { WeChatKeys } from '../sandbox.ts'

const text = z.string().check(z.minLength(1))
const secret = z.object({ appId: text, appSecret: text })

/** A service account or website app as WeChat knows it, which is as its owner does. Throws when a member is missing. */
export const readAccount = (json: unknown): WeChatKeys => z.parse(secret, json)
