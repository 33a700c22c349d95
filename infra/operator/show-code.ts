import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { codeAt, millisLeft, stepAt } from '../../functions/operators/access/totp.ts'
import { totpOpened } from '../../functions/operators/access/totp-store.ts'
import { operatorKeys } from '../../functions/operators/keys.ts'
import { keptPersonOf } from '../../functions/operators/operator-store.ts'
import { ForPeople } from '../../shared/command/for-people.ts'
import type { Clock } from '../../shared/kernel/time.ts'
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

/** The secret of an operator of an engine on this machine: only there are the key ring and the table in one hand. */
export const secretHere = async ({ table }: Place, name: string, folder: string): Promise<string> => {
  const kept = keptPersonOf(await table.get(operatorKeys.person(name)))
  if (kept?.totp === undefined)
    throw new ForPeople(
      `${name} has not enrolled: open the link, and give the secret that the page shows in the place of the name`,
    )
  return totpOpened(ringIn(folder), name, kept.totp)
}

/** The code that an authenticator app would show now, and for how many seconds. */
export const codeNow = (secret: string, { now }: Clock): { code: string; seconds: number } => {
  const at = now()
  return { code: codeAt(secret, stepAt(at)), seconds: Math.ceil(millisLeft(at) / 1000) }
}
