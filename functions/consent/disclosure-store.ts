import { DAY } from '../../shared/kernel/time.ts'
import { isNew, type Put, put } from '../../shared/table/write.ts'
import { consentKeys } from './keys.ts'
import type { Disclosure } from './permit.ts'

/** 网络数据安全管理条例 第十二条: records of what was handed on are kept for three years at least. */
const KEPT = 3 * 366 * DAY
const SECONDS = 1000

/** Somebody's data is about to be handed on; kept for three years. Belongs in the commit before the call. */
export const disclosed = (disclosure: Disclosure): Put =>
  put(
    consentKeys.disclosure(disclosure.accountId, disclosure.id),
    { ...disclosure, items: [...disclosure.items], ttl: Math.ceil((disclosure.at + KEPT) / SECONDS) },
    isNew,
    'disclosed_already',
  )
