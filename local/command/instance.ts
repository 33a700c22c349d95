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

/** What an engine at that address says of itself; undefined for anything else that answers. Throws ForPeople where nothing does. */
const stateAt = async (url: string): Promise<z.infer<typeof stateShown> | undefined> => {
  const answer = await fetch(`${url}/_local/state`, { headers: { 'x-shiming-local': '1' } }).catch(() => undefined)
  if (!answer)
    throw new ForPeople(
      both(
        `${url} 没有实例应答：用 ${CALL} start 启动一个，或用 --url（SHIMING_URL）指明地址`,
        `no instance answers at ${url}: start one by ${CALL} start, or say where it is by --url or SHIMING_URL`,
      ),
    )
  return z.safeParse(stateShown, await answer.json().catch(() => undefined)).data
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
 * The instance that is meant: by `--url`, by SHIMING_URL, or the one on this machine at the usual port. Its keys are those of the environment
 * (SHIMING_API_KEY, SHIMING_OPERATOR_KEY); of an engine on this machine also those in its data folder. Throws Misused for what is no
 * address, ForPeople where nothing answers on this machine.
 */
export const findInstance = async (given: string | undefined, env: NodeJS.ProcessEnv): Promise<Instance> => {
  const url = addressIn(given || env.SHIMING_URL || HERE)
  const isHere = LOOPBACK.test(new URL(url).hostname)
  const state = isHere ? await stateAt(url) : undefined
  const kept = state ? await keysIn(state.dataFolder) : undefined
  return {
    url,
    here: state && { dataFolder: state.dataFolder },
    keys: {
      platform: env.SHIMING_API_KEY || kept?.platform,
      operator: env.SHIMING_OPERATOR_KEY || kept?.operator,
    },
    testerKey: env.SHIMING_TESTER_KEY || undefined,
    now: async () => Date.now() + ((state && (await stateAt(url))?.clockOffsetMs) || 0),
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
