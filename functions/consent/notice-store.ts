import * as z from 'zod/mini'
import { type Item, isNew, type Put, put } from '../../shared/table/write.ts'
import type { Notice } from './consent.ts'
import { consentKeys } from './keys.ts'

const text = z.object({ title: z.string(), text: z.string() })
const stored = z.object({ version: z.string(), texts: z.object({ zh: text, en: text }) })

/** The notice in an item. */
export const noticeOf = (item: Item): Notice => z.parse(stored, item)

/** The notice is kept for good, as it is; once it is, nothing changes it. */
export const noticeKept = ({ version, texts: { zh, en } }: Notice): Put =>
  put(consentKeys.notice(version), { version, texts: { zh: { ...zh }, en: { ...en } } }, isNew, 'kept_already')
