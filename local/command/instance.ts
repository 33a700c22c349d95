import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { createSandbox, type Sandbox } from '../../clients/typescript/src/sandbox.ts'
import { createShiming, type Shiming } from '../../clients/typescript/src/shiming.ts'
import { Misused } from '../../shared/command/command-line.ts'
import { ForPeople } from '../../shared/command/for-people.ts'
import { both } from '../../shared/command/told.ts'
import type { Language } from '../../shared/kernel/language.ts'
import type { Millis } from '../../shared/kernel/time.ts'
import { DEFAULT_PORT } from '../arguments.ts'
import { runningHere } from '../running.ts'
import { CALL } from './verb.ts'

/** An API key of each kind of caller; undefined where none is known. */
type Keys = { platform: string | undefined; operator: string | undefined }

/** An instance that a command is about. */
export type Instance = {
  url: string
  /** An engine on this machine; undefined for one that runs elsewhere, or does not tell. */
  here: { dataFolder: string } | undefined
  keys: Keys
  /** Of a deployed sandbox. */
  testerKey: string | undefined
  /** The time there, as far as it can be known from here. */
  now(): Promise<Millis>
}

const HERE = `http://127.0.0.1:${DEFAULT_PORT}`
const LOOPBACK = /^(?:127(?:\.\d+){3}|localhost|\[::1\])$/

const stateShown = z.object({ clockOffsetMs: z.number(), dataFolder: z.string() })

/** What an engine at that address says of itself; undefined for anything else that answers. Throws `silent` where nothing does. */
const stateAt = async (url: string, silent: ForPeople): Promise<z.infer<typeof stateShown> | undefined> => {
  const answer = await fetch(`${url}/_local/state`, { headers: { 'x-shiming-local': '1' } }).catch(() => undefined)
  if (!answer) throw silent
  return z.safeParse(stateShown, await answer.json().catch(() => undefined)).data
}

const silentAt = (url: string): ForPeople =>
  new ForPeople(
    both(
      `${url} 没有实例应答：用 ${CALL} start 启动一个，或用 --url（SHIMING_URL）指明地址`,
      `no instance answers at ${url}: start one by ${CALL} start, or say where it is by --url or SHIMING_URL`,
    ),
  )

const noneHere = new ForPeople(
  both(
    `没有找到实例：这份代码没有启动着的实例，${HERE} 也没有应答。用 ${CALL} start 启动一个；在别的端口或别处的，用 --url http://127.0.0.1:<端口>（或 SHIMING_URL）指明`,
    `no instance was found: none that was started from this checkout runs, and nothing answers at ${HERE}. Start one by ${CALL} start; one on another port or elsewhere is named by --url http://127.0.0.1:<port>, or SHIMING_URL`,
  ),
)

const severalHere = (urls: readonly string[]): ForPeople =>
  new ForPeople(
    both(
      `这份代码启动着几个实例：${urls.join('、')}；用 --url（或 SHIMING_URL）指明是哪一个`,
      `several instances were started from this checkout: ${urls.join(', ')}; say which by --url or SHIMING_URL`,
    ),
  )

/** Where an instance is looked for that nobody named: the one that was started from this checkout, of several that at the usual port, or there. */
const unnamed = (running: readonly string[]): { url: string; silent: ForPeople } => {
  const [first, second] = running
  if (first === undefined) return { url: HERE, silent: noneHere }
  if (second === undefined) return { url: first, silent: silentAt(first) }
  if (running.includes(HERE)) return { url: HERE, silent: silentAt(HERE) }
  throw severalHere(running)
}

const named = (text: string): { url: string; silent: ForPeople } => {
  const url = addressIn(text)
  return { url, silent: silentAt(url) }
}

const savedKeys = z.object({ platformKey: z.string(), operatorKey: z.string() })

/** The keys that an engine on this machine made at its first start; none where this user may not read them. */
const keysIn = async (folder: string): Promise<Keys> => {
  const text = await readFile(join(folder, 'sandbox.json'), 'utf8').catch(() => '{}')
  const found = z.safeParse(savedKeys, JSON.parse(text)).data
  return { platform: found?.platformKey, operator: found?.operatorKey }
}

const addressIn = (text: string): string => {
  const address = URL.parse(text)
  if (address && /^https?:$/.test(address.protocol)) return address.href.replace(/(?<!\/)\/+$/, '')
  throw new Misused(
    both(`--url 应为 http(s) 地址，而不是 '${text}'`, `--url must be an http(s) address, not '${text}'`),
  )
}

/**
 * The instance that is meant: by `--url`, by SHIMING_URL, or the one that was started from this checkout (`running`: their addresses), or runs at the
 * usual port. Its keys are those of the environment (SHIMING_API_KEY, SHIMING_OPERATOR_KEY); of an engine on this machine also those in its data folder.
 * Throws Misused for what is no address, ForPeople where nothing answers on this machine, or nobody can know which is meant.
 */
export const findInstance = async (
  given: string | undefined,
  env: NodeJS.ProcessEnv,
  running: () => readonly string[] = runningHere,
): Promise<Instance> => {
  const asked = given || env.SHIMING_URL
  const { url, silent } = asked ? named(asked) : unnamed(running())
  const isHere = LOOPBACK.test(new URL(url).hostname)
  const state = isHere ? await stateAt(url, silent) : undefined
  const kept = state ? await keysIn(state.dataFolder) : undefined
  return {
    url,
    here: state && { dataFolder: state.dataFolder },
    keys: {
      platform: env.SHIMING_API_KEY || kept?.platform,
      operator: env.SHIMING_OPERATOR_KEY || kept?.operator,
    },
    testerKey: env.SHIMING_TESTER_KEY || undefined,
    now: async () => Date.now() + ((state && (await stateAt(url, silent))?.clockOffsetMs) || 0),
  }
}

const ENVIRONMENT = { platform: 'SHIMING_API_KEY', operator: 'SHIMING_OPERATOR_KEY' } as const

/** The key of an instance for that caller. Throws ForPeople where none is known. */
export const keyOf = ({ keys, url }: Instance, of: keyof Keys): string => {
  const key = keys[of]
  if (key !== undefined) return key
  const variable = ENVIRONMENT[of]
  throw new ForPeople(
    both(
      `${url} 需要 API 密钥：请放在环境变量 ${variable} 里`,
      `${url} wants an API key: put it into ${variable} in the environment`,
    ),
  )
}

/** A client of an instance; `apiKey` where calls need one. */
export const shimingAt = ({ url }: Instance, language: Language, apiKey?: string): Shiming =>
  createShiming({ baseUrl: url, language, ...(apiKey !== undefined && { apiKey }) })

/** The sandbox of an instance. */
export const sandboxAt = ({ url, testerKey }: Instance, language: Language): Sandbox =>
  createSandbox({ baseUrl: url, language, ...(testerKey !== undefined && { testerKey }) })

/** The same where only an engine on this machine will do. Throws ForPeople for any other. */
export const onThisMachine = (instance: Instance): { dataFolder: string } => {
  if (instance.here) return instance.here
  throw new ForPeople(
    both(
      `${instance.url} 不是本机用 ${CALL} start 启动的实例；这个命令只对本机的实例有效`,
      `${instance.url} is no instance that ${CALL} start runs on this machine, and this is for those alone`,
    ),
  )
}
