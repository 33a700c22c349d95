import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { codeAt, millisLeft, STEP, stepAt } from '../../functions/operators/access/totp.ts'
import { totpOpened } from '../../functions/operators/access/totp-store.ts'
import { operatorKeys } from '../../functions/operators/keys.ts'
import { keptPersonOf } from '../../functions/operators/operator-store.ts'
import { ForPeople } from '../../shared/command/for-people.ts'
import { type Clock, SECOND } from '../../shared/kernel/time.ts'
import { type KeyRing, keyRing } from '../../shared/vault/key-ring.ts'
import { versionedKeysIn } from '../../shared/vault/key-ring-secret.ts'
import { SANDBOX_KEY_RING } from '../config.ts'
import type { Place } from './place.ts'

const SECRETS = 'secrets.json'

/** The key ring of an engine on this machine, as its data folder has it. */
const ringIn = (folder: string): KeyRing => {
  const file = join(folder, SECRETS)
  if (!existsSync(file))
    throw new ForPeople(`${file} is not there: say with --data which folder the engine keeps its data in`)
  const secrets = z.parse(z.record(z.string(), z.string()), JSON.parse(readFileSync(file, 'utf8')))
  return keyRing(versionedKeysIn(JSON.parse(secrets[SANDBOX_KEY_RING] ?? '')), () => undefined)
}

/** What codes are made of. `used`: the step whose code was the last to count, and no code up to it counts again. */
export type CodeSource = { secret: string; used?: number }

/** Of an operator of an engine on this machine: only there are the key ring and the table in one hand. */
export const codesHere = async ({ table }: Place, name: string, folder: string): Promise<CodeSource> => {
  const kept = keptPersonOf(await table.get(operatorKeys.person(name)))
  if (kept?.totp === undefined)
    throw new ForPeople(
      `${name} has not enrolled: open the link, and give the secret that the page shows in the place of the name`,
    )
  return { secret: totpOpened(ringIn(folder), name, kept.totp), used: kept.totpStep }
}

/** `waits`: seconds until it counts; `seconds`: how long it is that code's turn from now on. */
export type CodeNow = { code: string; waits: number; seconds: number }

/**
 * The code that an authenticator app would show now; where one counted already, the first after it, which counts a step ahead of its turn as
 * clocks may differ so much.
 */
export const codeNow = ({ secret, used }: CodeSource, { now }: Clock): CodeNow => {
  const at = now()
  const step = Math.max(stepAt(at), (used ?? 0) + 1)
  const untilNext = millisLeft(at)
  const ahead = step - stepAt(at)
  const inSeconds = (ms: number): number => Math.ceil(ms / SECOND)
  return {
    code: codeAt(secret, step),
    waits: ahead > 1 ? inSeconds(untilNext + (ahead - 2) * STEP) : 0,
    seconds: inSeconds(untilNext + ahead * STEP),
  }
}
