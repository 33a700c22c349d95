import * as z from 'zod/mini'
import type { AlibabaCloudKeys } from '../sandbox.ts'

const text = z.string().check(z.minLength(1))
/** An account of before has no sign name and no template, and sends nothing. */
const none = z._default(z.string(), '')
const secret = z.object({ accessKeyId: text, accessKeySecret: text, smsSignName: none, smsTemplateCode: none })

/** The account as Alibaba Cloud knows it, which is as its owner does. Throws when a member is missing. */
export const readAccount = (json: unknown): AlibabaCloudKeys => z.parse(secret, json)
