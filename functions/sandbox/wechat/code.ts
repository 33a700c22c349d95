import { createHash } from 'node:crypto'
import * as z from 'zod/mini'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { changed, created, readDocument, untilCommitted } from '../documents.ts'
import { keys } from '../keys.ts'
import type { Sandbox, WeChatSandbox } from '../sandbox.ts'

const code = z.object({
  appId: z.string(),
  scope: z.enum(['snsapi_base', 'snsapi_login']),
  openid: z.string(),
  unionid: z.string(),
  snapshot: z.boolean(),
  used: z.boolean(),
  madeAt: z.number(),
})

/** For which app of whom a code is made: of a service account silently, of a website app because its user said so. */
export type Asking = { appId: string; scope: z.infer<typeof code>['scope'] }

const DAYS_KEPT = 7
/** As the manuals of service accounts and of website apps say. */
const lives: Record<Asking['scope'], number> = { snsapi_base: 5 * MINUTE, snsapi_login: 10 * MINUTE }

const user = z.object({ user: z.string() })

/** Who holds the phone until a tester says otherwise. */
const SOMEBODY = '1'

/** The number of a user at one service account: the same each time, and another at every other account. */
export const openidOf = (appId: string, name: string): string =>
  `o${createHash('sha256').update(`${appId} ${name}`).digest('base64url').slice(0, 27)}`

/** The number of a user at all apps of one owner. */
const unionidOf = (name: string): string => `u${createHash('sha256').update(name).digest('base64url').slice(0, 27)}`

/** Who holds the phone in WeChat. */
export const currentUser = async ({ table }: Pick<Sandbox, 'table'>): Promise<string> =>
  (await readDocument(table, keys.wechatUser(), user))?.value.user ?? SOMEBODY

/** From now on this user holds the phone. */
export const handPhoneTo = (sandbox: Sandbox, name: string): Promise<string> =>
  untilCommitted(async () => {
    const before = await readDocument(sandbox.table, keys.wechatUser(), user)
    const life = { now: sandbox.clock.now(), days: DAYS_KEPT }
    const write = before ? changed(before, { user: name }, life) : created(keys.wechatUser(), { user: name }, life)
    const done = await sandbox.table.commit([write])
    return done.kind === 'committed' ? name : 'overtaken'
  })

/** A code for whoever holds the phone: good once, for that app alone, for minutes. */
export const newCode = async (
  sandbox: WeChatSandbox,
  { appId, scope }: Asking,
  { snapshot = false, used = false }: { snapshot?: boolean; used?: boolean },
): Promise<string> => {
  const name = snapshot ? `snapshot ${sandbox.ids.id()}` : await currentUser(sandbox)
  const fresh = {
    ...{ appId, scope, openid: openidOf(appId, name), unionid: unionidOf(name) },
    ...{ snapshot, used, madeAt: sandbox.clock.now() },
  }
  const text = `0${sandbox.ids.id().slice(1)}`
  await sandbox.table.commit([created(keys.wechatCode(text), fresh, { now: fresh.madeAt, days: DAYS_KEPT })])
  return text
}

/** What a code is worth, and from then on nothing. */
export const spendCode = (
  sandbox: WeChatSandbox,
  appId: string,
  text: string,
): Promise<'unknown' | 'used' | 'expired' | z.infer<typeof code>> =>
  untilCommitted(async () => {
    const now = sandbox.clock.now()
    const before = await readDocument(sandbox.table, keys.wechatCode(text), code)
    if (before?.value.appId !== appId) return 'unknown'
    if (before.value.used) return 'used'
    if (now >= before.value.madeAt + lives[before.value.scope]) return 'expired'
    const after = changed(before, { ...before.value, used: true }, { now, days: DAYS_KEPT })
    const done = await sandbox.table.commit([after])
    return done.kind === 'committed' ? before.value : 'overtaken'
  })
